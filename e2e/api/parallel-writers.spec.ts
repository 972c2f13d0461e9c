import { randomUUID } from 'node:crypto'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { catchUp, range, read, revOf, urutanOf } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import type { PesanView } from '@/lib/contract/pesan'

const WRITERS = 20
const EACH = 6

/** Twenty clients of the two people, each sending one pesan after the other. Gives what was acknowledged. */
async function writeTogether(k: Konsultasi): Promise<PesanView[]> {
  const sent = await Promise.all(Array.from({ length: WRITERS }, (_, n) => writeAlone(n % 2 ? k.pasien : k.dokter, k, n)))
  return sent.flat()
}

async function writeAlone(from: Person, k: Konsultasi, n: number): Promise<PesanView[]> {
  const sent: PesanView[] = []
  for (let count = 0; count < EACH; count++) {
    const pesan = { konsultasi_id: k.id, pesan: `Penulis ${n}, pesan ${count}`, client_id: randomUUID() }
    sent.push(expectSuccess(await from.api.post('/pesan', pesan), 201))
  }
  return sent
}

test('twenty parallel senders leave no gap in urutan, and everybody reads the same order', async ({ clinic }) => {
  const k = await clinic.active()
  const before = await revOf(k.pasien, k)
  const sent = await writeTogether(k)
  const stored = (await catchUp(k.pasien, k, 0)).changed
  expect(urutanOf(stored)).toEqual(range(1, WRITERS * EACH))
  expect(stored.map(({ rev }) => rev)).toEqual(range(before + 1, before + WRITERS * EACH))
  expect(stored).toEqual(sent.sort((one, other) => one.urutan - other.urutan))
  expect((await catchUp(k.dokter, k, 0)).changed).toEqual(stored)
})

test('one sender’s pesan stay in the order in which they were sent', async ({ clinic }) => {
  const k = await clinic.active()
  await writeTogether(k)
  const stored = (await catchUp(k.pasien, k, 0)).changed
  for (let n = 0; n < WRITERS; n++) {
    const mine = stored.flatMap(({ pesan }) => (pesan.startsWith(`Penulis ${n},`) ? [pesan] : []))
    expect(mine).toEqual(range(0, EACH - 1).map((count) => `Penulis ${n}, pesan ${count}`))
  }
})

test('whoever polls since their last rev while others write sees every acknowledged pesan exactly once, in order', async ({ clinic }) => {
  const k = await clinic.active()
  let isWriting = true
  const writing = writeTogether(k).finally(() => {
    isWriting = false
  })
  const seen: PesanView[] = []
  let rev = 0
  const poll = async () => {
    const told = await catchUp(k.pasien, k, rev, 7)
    expect(told.rev).toBeGreaterThanOrEqual(rev)
    seen.push(...told.changed)
    rev = told.rev
  }
  while (isWriting) await poll()
  const sent = await writing
  await poll()
  expect(seen.map(({ id }) => id)).toEqual(sent.sort((one, other) => one.rev - other.rev).map(({ id }) => id))
})

test('reads, deletions and reactions among parallel writers are told too: a follower ends with what a fresh load shows', async ({
  clinic,
}) => {
  const k = await clinic.active()
  const start = await clinic.talk(k, 6)
  const known = new Map<string, PesanView>()
  let rev = 0
  const follow = async () => {
    const told = await catchUp(k.dokter, k, rev, 5)
    for (const pesan of told.changed) known.set(pesan.id, pesan)
    rev = told.rev
  }
  let isChanging = true
  const changing = Promise.all([
    writeAlone(k.pasien, k, 1),
    writeAlone(k.dokter, k, 2),
    ...start.map(({ id, pengirim }, n) => {
      const [sender, recipient] = pengirim.peran === 'pasien' ? [k.pasien, k.dokter] : [k.dokter, k.pasien]
      if (n < 2) return sender.api.delete(`/pesan/${id}`)
      return n < 4 ? recipient.api.put(`/pesan/${id}/dibaca`) : recipient.api.put(`/pesan/${id}/reaksi`, { emoji: '👍' })
    }),
    k.pasien.api.put(`/pesan/${k.id}/mark-all-read`),
  ]).finally(() => {
    isChanging = false
  })
  while (isChanging) await follow()
  await changing
  await follow()
  const fresh = (await read(k.dokter, k, 'per_page=100')).data
  expect([...known.values()].sort((one, other) => one.urutan - other.urutan)).toEqual(fresh)
  expect(new Set(fresh.map((pesan) => pesan.rev)).size).toBe(fresh.length)
})
