import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const keluhan = 'Demam sejak kemarin malam'

test('a pasien books a dokter, and both see the same pending konsultasi', async ({ clinic }) => {
  const [pasien, dokter] = [await clinic.pasien('Rina'), await clinic.dokter('dr. Hadi', 'Saraf')]
  const booked = expectSuccess(await pasien.api.post('/konsultasi', { dokter_id: dokter.id, keluhan: ` ${keluhan}\n` }), 201)
  expect(booked).toEqual({
    id: expect.stringMatching(/^konsultasi_[0-7][0-9a-z]{25}$/),
    status: 'pending',
    rev: 1,
    keluhan,
    pasien: { id: pasien.id, nama: 'Rina' },
    dokter: { id: dokter.id, nama: 'dr. Hadi', spesialisasi: 'Saraf' },
    profil: {
      id: expect.stringMatching(/^profil_[0-7][0-9a-z]{25}$/),
      nama: 'Rina',
      hubungan: 'diri',
      tanggal_lahir: null,
      umur: null,
      jenis_kelamin: null,
      alergi_diketahui: null,
    },
    lanjutan_dari: null,
    bagikan_riwayat: false,
    triase: null,
    bahaya: [],
    dibuat_pada: TIME,
    diterima_pada: null,
    selesai_pada: null,
    alasan: null,
    catatan_penutup: null,
    unread_count: 0,
    pesan_terakhir: null,
    akses_admin: [],
    antrean: { posisi: 1, menit: null },
  })
  const marks = { disematkan: false, belum_dibaca: false, ingatkan_pada: null, catatan_pribadi: null }
  const { antrean: _, ...told } = booked
  const seen = { ...told, belum_dibalas_sejak: booked.dibuat_pada, penanda: marks }
  for (const [{ api }, sees] of [
    [pasien, booked],
    [dokter, seen],
  ] as const) {
    expect(expectSuccess(await api.get(`/konsultasi/${booked.id}`))).toEqual(sees)
    expect(expectSuccess(await api.get('/konsultasi'))).toEqual([sees])
  }
})

test('only a pasien books', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  for (const { api } of [dokter, await clinic.dokter(), await clinic.admin()]) {
    expectRefusal(await api.post('/konsultasi', { dokter_id: dokter.id, keluhan }), 'forbidden')
  }
})

test('nobody but a verified, active dokter can be booked', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const [other, unverified, withdrawn, suspended] = await Promise.all([
    clinic.pasien(),
    clinic.unverifiedDokter(),
    clinic.dokter(),
    clinic.dokter(),
  ])
  await clinic.verify(withdrawn, false)
  await clinic.setActive(suspended, false)
  const nobody = [pasien, other, unverified, withdrawn, suspended, await clinic.admin()]
  for (const { id } of nobody) {
    expectRefusal(await pasien.api.post('/konsultasi', { dokter_id: id, keluhan }), 'validation_failed', ['dokter_id'])
  }
})

test('a pasien has at most one open konsultasi with a dokter, and may book again after it has ended', async ({ clinic }) => {
  const k = await clinic.booked()
  const again = () => k.pasien.api.post('/konsultasi', { dokter_id: k.dokter.id, keluhan })
  expectRefusal(await again(), 'konsultasi_exists')
  expectSuccess(await k.dokter.api.put(`/konsultasi/${k.id}/terima`))
  expectRefusal(await again(), 'konsultasi_exists')
  await clinic.complete(k)
  const second = expectSuccess(await again(), 201)
  expect(second.id).not.toBe(k.id)
  expectSuccess(await k.pasien.api.put(`/konsultasi/${second.id}/batalkan`))
  expectSuccess(await again(), 201)
})

test('others book the same dokter meanwhile, and the pasien another dokter', async ({ clinic }) => {
  const { pasien, dokter } = await clinic.booked()
  await clinic.booked({ dokter })
  await clinic.booked({ pasien })
})

test('of many bookings with the same dokter at the same moment exactly one wins', async ({ clinic }) => {
  const [pasien, dokter] = [await clinic.pasien(), await clinic.dokter()]
  const booking = { dokter_id: dokter.id, keluhan }
  const replies = await Promise.all(Array.from({ length: 8 }, () => pasien.api.post('/konsultasi', booking)))
  expect(replies.filter(({ status }) => status === 201).length).toBe(1)
  for (const reply of replies.filter(({ status }) => status !== 201)) expectRefusal(reply, 'konsultasi_exists')
  expect(expectSuccess(await dokter.api.get('/konsultasi')).length).toBe(1)
})
