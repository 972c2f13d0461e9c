import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { read } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import { seeded } from '@/e2e/seeded'
import type { PesanView } from '@/lib/contract/pesan'
import { uuidOf } from '@/lib/domain/id'

const SEED = 20261125
const STEPS = 500

/** How many operations are under way at once. */
const ABREAST = 5

/** Recounts between so many operations: each compares four ways of asking, for both people. */
const EVERY = 50

/** One step of the walk: anything that may or may not change who has what unread. */
function stepper(k: Konsultasi, pick: (below: number) => number) {
  const sent: PesanView[] = []
  const people = [k.pasien, k.dokter] as const
  const somebody = (): Person => people[pick(2)] ?? k.pasien
  const senderOf = ({ pengirim }: PesanView) => (pengirim.id === k.pasien.id ? k.pasien : k.dokter)
  const readerOf = ({ pengirim }: PesanView) => (pengirim.id === k.pasien.id ? k.dokter : k.pasien)
  const send = async ({ api }: Person, client_id: string, pesan: string) =>
    (await api.post('/pesan', { konsultasi_id: k.id, pesan, client_id })).body.data

  return async () => {
    const one = sent[pick(sent.length)]
    const what = one ? pick(20) : 0
    if (!one || what < 8) sent.push(await send(somebody(), randomUUID(), `Langkah ${sent.length}`))
    else if (what < 10) await send(senderOf(one), one.client_id ?? '', one.pesan)
    else if (what < 14) await readerOf(one).api.put(`/pesan/${one.id}/dibaca`)
    else if (what < 15) await somebody().api.put(`/pesan/${k.id}/mark-all-read`, { sampai: one.urutan })
    else if (what < 18) await senderOf(one).api.delete(`/pesan/${one.id}`)
    else await somebody().api.put(`/pesan/${one.id}/reaksi`, { emoji: '🙏' })
  }
}

/** What each way of asking says is unread for this person. */
async function toldTo(person: Person, k: Konsultasi): Promise<number[]> {
  const page = await read(person, k, 'per_page=1')
  const count = expectSuccess(await person.api.get(`/pesan/${k.id}/unread-count`))
  const detail = expectSuccess(await person.api.get(`/konsultasi/${k.id}`))
  const list = expectSuccess(await person.api.get('/konsultasi'))
  return [page.meta.unread_count, count.unread_count, detail.unread_count, list.find(({ id }) => id === k.id)?.unread_count ?? -1]
}

test(`after each stretch of a random walk of ${STEPS} operations every unread count equals a recount (seed ${SEED})`, async ({
  clinic,
}) => {
  const database = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    const k = await clinic.active()
    const step = stepper(k, seeded(SEED))
    const recount = async ({ id }: Person) => {
      const { rows } = await database.query<{ n: number }>(RECOUNT, [uuidOf('konsultasi', k.id), uuidOf('pengguna', id)])
      return rows[0]?.n
    }
    const counts: (number | undefined)[] = []
    for (let n = ABREAST; n <= STEPS; n += ABREAST) {
      await Promise.all(Array.from({ length: ABREAST }, step))
      if (n % EVERY !== 0) continue
      for (const person of [k.pasien, k.dokter]) {
        const truth = await recount(person)
        expect(await toldTo(person, k), `step ${n}, ${person === k.pasien ? 'pasien' : 'dokter'}`).toEqual([truth, truth, truth, truth])
        counts.push(truth)
      }
    }
    // A walk along zero would show nothing.
    expect(new Set(counts).size).toBeGreaterThan(5)
  } finally {
    await database.end()
  }
})

const RECOUNT = `
  SELECT count(*)::int AS n FROM chat_messages
   WHERE konsultasi_id = $1 AND pengirim_id <> $2 AND dibaca_pada IS NULL AND dihapus_pada IS NULL`
