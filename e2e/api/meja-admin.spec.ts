import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { AngkaDokterView, PenilaianAdminView, TungguView } from '@/lib/contract/meja-admin'
import { hasWaited } from './waiting'

test('an admin sees who waits, since when and for whom, and which waits longer than is promised; nothing of what about', async ({
  clinic,
}) => {
  const [admin, pending, active, answered] = await Promise.all([
    clinic.admin(),
    clinic.booked({ keluhan: 'Rahasia sejak tiga hari' }),
    clinic.active(),
    clinic.active(),
  ])
  const asked = await clinic.send(active.pasien, active, 'Rahasia kedua')
  await clinic.send(answered.pasien, answered, 'Halo')
  await clinic.send(answered.dokter, answered, 'Ya?')
  await hasWaited(pending.id, 40)
  const answer = await admin.api.get<TungguView[], { janji_menit: number; jumlah: number }>('/admin/meja')
  const all = expectSuccess(answer)
  expect(answer.text).not.toContain('Rahasia')
  expect(all.find(({ konsultasi_id }) => konsultasi_id === pending.id)).toEqual({
    konsultasi_id: pending.id,
    status: 'pending',
    pasien: { id: pending.pasien.id, nama: pending.pasien.nama },
    profil: { id: expect.stringMatching(/^profil_/), nama: pending.pasien.nama },
    dokter: { id: pending.dokter.id, nama: pending.dokter.nama, spesialisasi: 'Umum' },
    sejak: expect.stringMatching(/Z$/),
    lewat_janji: true,
    mendesak: false,
  })
  expect(all.map(({ sejak }) => sejak)).toEqual(all.map(({ sejak }) => sejak).sort())
  const one = all.find(({ konsultasi_id }) => konsultasi_id === active.id)
  // Others wait too: where more do than are shown, the newest are not.
  if (answer.body.meta.jumlah <= 200) expect(one).toMatchObject({ sejak: asked.dibuat_pada, lewat_janji: false })
  expect(all.find(({ konsultasi_id }) => konsultasi_id === answered.id)).toBeUndefined()
  expect(answer.body.meta.jumlah).toBeGreaterThanOrEqual(all.length)
  for (const { api } of [pending.pasien, pending.dokter]) expectRefusal(await api.get('/admin/meja'), 'forbidden')
  expectSuccess(await pending.pasien.api.put(`/konsultasi/${pending.id}/batalkan`, {}))
})

test('the figures of each dokter are told as a table and as a file', async ({ clinic }) => {
  const [admin, dokter] = await Promise.all([clinic.admin(), clinic.dokter('=dr. "Angka", Sp.A')])
  const done = await clinic.completed({ dokter })
  await clinic.active({ dokter })
  await clinic.booked({ dokter })
  const rejected = await clinic.booked({ dokter })
  expectSuccess(await dokter.api.put(`/konsultasi/${rejected.id}/tolak`, { alasan: 'Penuh' }))
  expectSuccess(await done.pasien.api.put(`/konsultasi/${done.id}/penilaian`, { bintang: 4, komentar: 'Sabar sekali' }))
  const all = expectSuccess(await admin.api.get<AngkaDokterView[]>('/admin/dokter/angka'))
  expect(all.find((one) => one.dokter.id === dokter.id)).toEqual({
    dokter: { id: dokter.id, nama: dokter.nama, spesialisasi: 'Umum' },
    menunggu: 1,
    berlangsung: 1,
    diajukan: 4,
    diterima: 2,
    ditolak: 1,
    kedaluwarsa: 0,
    selesai: 1,
    median_menerima_menit: expect.any(Number),
    nilai: { rata: 4, jumlah: 1 },
  })
  const file = await admin.api.get('/admin/dokter/angka/csv')
  expect(file.headers.get('content-type')).toContain('text/csv')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="dokter-\d{4}-\d{2}-\d{2}\.csv"$/)
  const lines = file.text.split('\r\n')
  expect(lines[0]).toContain('"dokter","spesialisasi","menunggu"')
  expect(lines.find((line) => line.includes('Angka'))).toMatch(/^"'=dr\. ""Angka"", Sp\.A","Umum","1","1","4","2","1","0","1",/)
  for (const path of ['/admin/dokter/angka', '/admin/dokter/angka/csv', '/admin/penilaian'])
    expectRefusal(await dokter.api.get(path as string), 'forbidden')
  const [newest] = expectSuccess(await admin.api.get<PenilaianAdminView[]>('/admin/penilaian?per_page=1'))
  expect(newest).toMatchObject({ bintang: expect.any(Number), pada: expect.stringMatching(/Z$/) })
  const words = expectSuccess(await admin.api.get<PenilaianAdminView[]>('/admin/penilaian?per_page=100'))
  expect(words.find(({ konsultasi_id }) => konsultasi_id === done.id)).toMatchObject({
    bintang: 4,
    komentar: 'Sabar sekali',
    dokter: { id: dokter.id },
  })
})
