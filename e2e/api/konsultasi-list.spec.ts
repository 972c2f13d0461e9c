import { mark, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { addDays, dayInWib } from '@/lib/domain/zona'

const list = async ({ api }: Person, query = '') => expectSuccess(await api.get<KonsultasiView[]>(`/konsultasi${query}`))
const idsOf = (views: { id: string }[]) => views.map(({ id }) => id)

test('everybody lists just their own', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [one, other] = [await clinic.booked({ dokter }), await clinic.active({ dokter })]
  expect(idsOf(await list(one.pasien))).toEqual([one.id])
  expect(idsOf(await list(other.pasien))).toEqual([other.id])
  expect(idsOf(await list(dokter)).sort()).toEqual([one.id, other.id].sort())
  expect(await list(await clinic.dokter())).toEqual([])
  expect(await list(await clinic.pasien())).toEqual([])
})

test('an admin lists everybody’s, without a word of what was said in any of them', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  const [completed, rejected] = [await clinic.completed(), await clinic.booked()]
  expectSuccess(await rejected.dokter.api.put(`/konsultasi/${rejected.id}/tolak`, { alasan: 'Perlu diperiksa langsung' }))
  const admin = await clinic.admin()
  const all = await list(admin, '?per_page=100')
  const silent = { keluhan: '', alasan: null, catatan_penutup: null, pesan_terakhir: null, unread_count: 0 }
  for (const { id, pasien, dokter } of [k, completed, rejected]) {
    expect(all.find((one) => one.id === id)).toMatchObject({ ...silent, pasien: { id: pasien.id }, dokter: { id: dokter.id } })
  }
  expect(all.filter((one) => one.keluhan || one.alasan || one.catatan_penutup || one.pesan_terakhir)).toEqual([])
  const opened = expectSuccess(await admin.api.get(`/konsultasi/${completed.id}?alasan=aduan`))
  expect(opened).toMatchObject({ keluhan: expect.stringMatching(/./), catatan_penutup: expect.stringMatching(/./) })
})

test('what happened last comes first: a booking, a pesan, a change of status; reading moves nothing', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const [first, second, third] = [await clinic.active({ pasien }), await clinic.booked({ pasien }), await clinic.booked({ pasien })]
  expect(idsOf(await list(pasien))).toEqual([third.id, second.id, first.id])
  await clinic.send(first.dokter, first, 'Selamat siang')
  expect(idsOf(await list(pasien))).toEqual([first.id, third.id, second.id])
  expectSuccess(await second.dokter.api.put(`/konsultasi/${second.id}/terima`))
  expect(idsOf(await list(pasien))).toEqual([second.id, first.id, third.id])
  expectSuccess(await pasien.api.put(`/pesan/${first.id}/mark-all-read`))
  expect(idsOf(await list(pasien))).toEqual([second.id, first.id, third.id])
})

test('a status narrows the list to it', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const dokter = await clinic.dokter()
  const completed = await clinic.completed({ pasien, dokter })
  const [pending, active] = [await clinic.booked({ pasien }), await clinic.active({ pasien })]
  for (const [status, id] of [
    ['pending', pending.id],
    ['active', active.id],
    ['completed', completed.id],
  ]) {
    expect(idsOf(await list(pasien, `?status=${status}`))).toEqual([id])
  }
  for (const status of ['cancelled', 'rejected', 'expired']) expect(await list(pasien, `?status=${status}`)).toEqual([])
})

test('a konsultasi shows its last pesan and how many its reader has not read', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Satu')
  await clinic.send(k.dokter, k, 'Dua')
  const last = await clinic.send(k.pasien, k, 'Tiga')
  const shown = async (person: Person) => [(await list(person))[0], expectSuccess(await person.api.get(`/konsultasi/${k.id}`))]
  for (const view of await shown(k.pasien)) expect(view).toMatchObject({ unread_count: 2, pesan_terakhir: last })
  for (const view of await shown(k.dokter)) expect(view).toMatchObject({ unread_count: 1, pesan_terakhir: last })
  expectSuccess(await k.pasien.api.delete(`/pesan/${last.id}`))
  for (const view of await shown(k.dokter)) expect(view).toMatchObject({ unread_count: 0, pesan_terakhir: { id: last.id, pesan: '' } })
})

test('names and days narrow the list, together and within what is one’s own', async ({ clinic }) => {
  const [admin, word] = [await clinic.admin(), mark()]
  const [pasien, dokter] = [await clinic.pasien(`Wati 100% ${word}`), await clinic.dokter(`dr. Rudi ${word}`)]
  const [k, other] = [await clinic.booked({ pasien, dokter }), await clinic.booked({ pasien })]
  const today = dayInWib(new Date())
  const found = async (query: string, person = admin) => idsOf(await list(person, `?${query}`)).sort()
  expect(await found(`pasien=wati%20100%25%20${word}`)).toEqual([k.id, other.id].sort())
  expect(await found(`pasien=wati%20100_%20${word}`)).toEqual([])
  expect(await found(`pasien=${word}&dokter=RUDI`)).toEqual([k.id])
  expect(await found(`pasien=${word}&dari=${today}&sampai=${today}`)).toHaveLength(2)
  expect(await found(`pasien=${word}&sampai=${addDays(today, -1)}`)).toEqual([])
  expect(await found(`pasien=${word}&status=active`)).toEqual([])
  expect(await found(`pasien=${word}`, dokter)).toEqual([k.id])
  // Days as far as a calendar goes are days.
  expect(await found(`pasien=${word}&dari=0001-01-01&sampai=9999-12-31`)).toHaveLength(2)
  expect(await found(`pasien=${word}&sampai=0001-01-01`)).toEqual([])
  expectRefusal(await admin.api.get('/konsultasi?dari=kemarin'), 'validation_failed', ['dari'])
})

test('an admin finds people and their konsultasi by a name however it is typed', async ({ clinic }) => {
  const [{ api: admin }, word] = [await clinic.admin(), mark()]
  const pasien = await clinic.pasien(`Ma’ruf André ${word}`)
  const k = await clinic.booked({ pasien })
  const ids = async (path: string) => expectSuccess(await admin.get<{ id: string }[]>(path)).map(({ id }) => id)
  for (const q of ["ma'ruf", 'maruf', 'ANDRE', 'André'.normalize('NFD'), 'andré ma’ruf', 'Ma’ruf André']) {
    expect(await ids(`/admin/pengguna?${new URLSearchParams({ q: `${q} ${word}` })}`), q).toEqual([pasien.id])
    expect(await ids(`/konsultasi?${new URLSearchParams({ pasien: `${word} ${q}` })}`), q).toEqual([k.id])
  }
  expect(await ids(`/admin/pengguna?${new URLSearchParams({ q: `budi ${word}` })}`)).toEqual([])
})
