import type { Konsultasi, Person } from '@/e2e/clinic'
import { catchUp, read, revOf } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { PesanView } from '@/lib/contract/pesan'

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const markAll = async ({ api }: Person, k: Konsultasi, body?: object) => expectSuccess(await api.put(`/pesan/${k.id}/mark-all-read`, body))
const unread = async ({ api }: Person, k: Konsultasi) => expectSuccess(await api.get(`/pesan/${k.id}/unread-count`))

test('its recipient marks a pesan as read; the first time stays, and once more changes nothing', async ({ clinic }) => {
  const k = await clinic.active()
  const { id, rev } = await clinic.send(k.pasien, k, 'Halo')
  const marked = expectSuccess(await k.dokter.api.put(`/pesan/${id}/dibaca`))
  expect(marked).toMatchObject({ id, rev: rev + 1, dibaca_pada: expect.stringMatching(TIME) })
  expect(expectSuccess(await k.dokter.api.put(`/pesan/${id}/dibaca`))).toEqual(marked)
  expect(expectSuccess(await k.pasien.api.get(`/pesan/${id}`))).toEqual(marked)
  expect(await revOf(k.pasien, k)).toBe(rev + 1)
})

test('only its recipient marks a pesan as read: not the sender, not a stranger, not an admin', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Halo')
  for (const { api } of [k.pasien, await clinic.pasien(), await clinic.dokter(), await clinic.admin()]) {
    expectRefusal(await api.put(`/pesan/${id}/dibaca`), 'forbidden')
  }
  expect(expectSuccess(await k.pasien.api.get<PesanView>(`/pesan/${id}`)).dibaca_pada).toBeNull()
})

test('unread-count counts what the other side sent, is not read and not deleted; for an admin it is 0', async ({ clinic }) => {
  const k = await clinic.active()
  expect(await unread(k.dokter, k)).toEqual({ konsultasi_id: k.id, unread_count: 0 })
  const [first, , third] = await clinic.talk(k, 5)
  expect(await unread(k.dokter, k)).toEqual({ konsultasi_id: k.id, unread_count: 3 })
  expect(await unread(k.pasien, k)).toEqual({ konsultasi_id: k.id, unread_count: 2 })
  expectSuccess(await k.dokter.api.put(`/pesan/${first?.id}/dibaca`))
  expectSuccess(await k.pasien.api.delete(`/pesan/${third?.id}`))
  expect(await unread(k.dokter, k)).toEqual({ konsultasi_id: k.id, unread_count: 1 })
  expect((await read(k.dokter, k)).meta.unread_count).toBe(1)
  const admin = await clinic.admin()
  expect(await unread(admin, k)).toEqual({ konsultasi_id: k.id, unread_count: 0 })
  expect((await read(admin, k)).meta.unread_count).toBe(0)
})

test('mark-all-read marks the other side’s pesan, each with a rev of its own in order of urutan', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 6)
  const rev = await revOf(k.dokter, k)
  expect(await markAll(k.dokter, k)).toEqual({ marked: 3, unread_count: 0 })
  const { changed } = await catchUp(k.pasien, k, rev)
  expect(changed.map((pesan) => [pesan.urutan, pesan.rev])).toEqual([
    [1, rev + 1],
    [3, rev + 2],
    [5, rev + 3],
  ])
  for (const pesan of changed) expect(pesan.dibaca_pada).toMatch(TIME)
  expect(await markAll(k.dokter, k)).toEqual({ marked: 0, unread_count: 0 })
  expect(await revOf(k.pasien, k)).toBe(rev + 3)
})

test('with sampai only what was shown is marked; the rest stays unread', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 7)
  expect(await markAll(k.dokter, k, { sampai: 0 })).toEqual({ marked: 0, unread_count: 4 })
  expect(await markAll(k.dokter, k, { sampai: 4 })).toEqual({ marked: 2, unread_count: 2 })
  expect(await markAll(k.dokter, k, { sampai: 3 })).toEqual({ marked: 0, unread_count: 2 })
  expect(await markAll(k.dokter, k, { sampai: Number.MAX_SAFE_INTEGER })).toEqual({ marked: 2, unread_count: 0 })
})

test('sampai is a whole number of pesan, or null for all', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 1)
  for (const sampai of [-1, 1.5, '1', true, 2 ** 53, [], {}]) {
    expectRefusal(await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`, { sampai }), 'validation_failed', ['sampai'])
  }
  expect(await markAll(k.dokter, k, { sampai: null })).toEqual({ marked: 1, unread_count: 0 })
})

test('a tombstone is left as it is: neither dibaca nor mark-all-read marks it', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Keliru')
  const tombstone = expectSuccess(await k.pasien.api.delete(`/pesan/${id}`))
  expect(expectSuccess(await k.dokter.api.put(`/pesan/${id}/dibaca`))).toEqual(tombstone)
  expect(await markAll(k.dokter, k)).toEqual({ marked: 0, unread_count: 0 })
  expect(expectSuccess(await k.dokter.api.get(`/pesan/${id}`))).toEqual(tombstone)
})

test('in a konsultasi that has ended one still marks as read, both ways', async ({ clinic }) => {
  const k = await clinic.active()
  const [first] = await clinic.talk(k, 4)
  await clinic.complete(k)
  expectSuccess(await k.dokter.api.put(`/pesan/${first?.id}/dibaca`))
  expect(await markAll(k.dokter, k)).toEqual({ marked: 1, unread_count: 0 })
  expect(await markAll(k.pasien, k)).toEqual({ marked: 2, unread_count: 0 })
})

test('a dokter whose verification was withdrawn still reads and marks as read', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Halo')
  await clinic.send(k.pasien, k, 'Dok?')
  await clinic.verify(k.dokter, false)
  expectSuccess(await k.dokter.api.get(`/pesan/${k.id}`))
  expectSuccess(await k.dokter.api.get(`/konsultasi/${k.id}`))
  expectSuccess(await k.dokter.api.put(`/pesan/${id}/dibaca`))
  expect(await markAll(k.dokter, k)).toEqual({ marked: 1, unread_count: 0 })
})

test('many marks at the same moment mark each pesan once', async ({ clinic }) => {
  const k = await clinic.active()
  const sent = await clinic.talk(k, 8)
  const rev = await revOf(k.dokter, k)
  const [marks] = await Promise.all([
    Promise.all(Array.from({ length: 5 }, () => markAll(k.dokter, k))),
    ...sent.filter((_, n) => n % 2 === 0).map(({ id }) => k.dokter.api.put(`/pesan/${id}/dibaca`)),
  ])
  expect(marks.reduce((sum, { marked }) => sum + marked, 0)).toBeLessThanOrEqual(4)
  expect(await revOf(k.dokter, k)).toBe(rev + 4)
})
