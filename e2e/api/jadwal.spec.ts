import type { Client } from '@/e2e/client'
import type { Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { JadwalView } from '@/lib/contract/jadwal'
import type { DokterView } from '@/lib/contract/pengguna'
import { LIBUR_MAX, MAKS_AKTIF_MAX, MINGGUAN_MAX } from '@/lib/domain/jadwal'
import { addDays, dayInWib } from '@/lib/domain/zona'

const KOSONG = { zona: 'WIB', mingguan: [], libur: [], maks_aktif: null }
const put = ({ api }: Person, json: unknown) => api.put<JadwalView>('/dokter/saya/jadwal', json)
const jam = (hari: number, mulai: string, selesai: string) => ({ hari, mulai, selesai })
const today = () => dayInWib(new Date())
const find = async (api: Client, dokter: Person) =>
  expectSuccess(await api.get<DokterView[]>(`/dokter?q=${encodeURIComponent(dokter.nama)}`)).find(({ id }) => id === dokter.id)
/** Hours that never include this moment, whenever that is: the day after tomorrow of the week, in WIB. */
const otherDay = () => ((new Date(today()).getUTCDay() || 7) % 7) + 1

test('a dokter says their hours, the whole of them, and reads them', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const read = async () => expectSuccess(await dokter.api.get<JadwalView>('/dokter/saya/jadwal'))
  expect(await read()).toEqual(KOSONG)
  const full = {
    zona: 'WITA',
    mingguan: [jam(1, '08:00', '12:00'), jam(1, '12:00', '24:00'), jam(7, '00:00', '00:01')],
    libur: [{ dari: '2027-03-10', sampai: '2027-03-12' }],
    maks_aktif: 30,
  }
  expect(expectSuccess(await put(dokter, full))).toEqual(full)
  expect(await read()).toEqual(full)
  expect(expectSuccess(await put(dokter, { zona: 'WIT' }))).toEqual({ ...KOSONG, zona: 'WIT' })
  expect(await read()).toEqual({ ...KOSONG, zona: 'WIT' })
  expectSuccess(await put(await clinic.unverifiedDokter(), full))
})

test('what is wrong with hours is told on them, and nothing is kept', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const many = (n: number) => Array.from({ length: n }, (_, i) => i)
  const BAD: Record<string, readonly unknown[]> = {
    zona: [undefined, null, '', 'wib', 'Asia/Jakarta', 'UTC', 7],
    mingguan: [
      'senin',
      {},
      [jam(1, '08:00', '12:00'), jam(1, '11:59', '13:00')],
      [jam(1, '08:00', '12:00'), jam(1, '08:00', '12:00')],
      many(MINGGUAN_MAX + 1).map((n) => jam((n % 7) + 1, `0${Math.floor(n / 7)}:00`, `0${Math.floor(n / 7)}:30`)),
    ],
    'mingguan.0': [null, 7],
    'mingguan.0.hari': [0, 8, 1.5, '1', null],
    'mingguan.0.mulai': ['24:00', '8:00', '08:60', '25:00', '', null, 800],
    'mingguan.0.selesai': ['24:01', '08:00', '07:59', '00:00', '', null],
    libur: ['besok', {}, many(LIBUR_MAX + 1).map(() => ({ dari: '2027-01-01', sampai: '2027-01-01' }))],
    'libur.0.dari': [null, '2027-02-30', '2027-1-1', ''],
    'libur.0.sampai': [null, undefined, '2026-12-31', '9999-12-31', 'selamanya'],
    maks_aktif: [0, -1, 1.5, MAKS_AKTIF_MAX + 1, '3'],
  }
  for (const [field, values] of Object.entries(BAD))
    for (const value of values) {
      const [list, , key] = field.split('.')
      const whole = { zona: 'WIB', mingguan: [jam(1, '08:00', '12:00')], libur: [{ dari: '2027-01-01', sampai: '2027-01-02' }] }
      const one = key ? [{ ...(whole[list as 'libur'][0] as object), [key]: value }] : field.endsWith('.0') ? [value] : value
      expectRefusal(await put(dokter, { ...whole, [list as string]: one }), 'validation_failed', [list as string])
    }
  expect(expectSuccess(await dokter.api.get('/dokter/saya/jadwal'))).toEqual(KOSONG)
})

test('hours beyond midnight are two entries: one that ends before it begins is none', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  expectRefusal(await put(dokter, { zona: 'WIB', mingguan: [jam(1, '22:00', '02:00')] }), 'validation_failed', ['mingguan'])
  expectSuccess(await put(dokter, { zona: 'WIB', mingguan: [jam(1, '22:00', '24:00'), jam(2, '00:00', '02:00')] }))
})

test('outside of their hours a dokter is not available, says when they are again, and takes no booking', async ({ clinic }) => {
  const [dokter, pasien] = await Promise.all([clinic.dokter(), clinic.pasien()])
  const book = () => pasien.api.post('/konsultasi', { dokter_id: dokter.id, keluhan: 'Batuk sejak tiga hari' })
  expect(await find(pasien.api, dokter)).toMatchObject({
    tersedia: true,
    buka_pada: null,
    antrean: 0,
    biasa_menjawab_menit: null,
    nilai: null,
  })
  expectSuccess(await put(dokter, { zona: 'WIB', mingguan: [jam(otherDay(), '08:00', '12:00')] }))
  expect(await find(pasien.api, dokter)).toMatchObject({ tersedia: false, buka_pada: `${addDays(today(), 1)}T01:00:00.000Z` })
  expectRefusal(await book(), 'dokter_unavailable')
  expectSuccess(await put(dokter, { zona: 'WIB', libur: [{ dari: today(), sampai: addDays(today(), 2) }] }))
  expect(await find(pasien.api, dokter)).toMatchObject({ tersedia: false, buka_pada: `${addDays(today(), 2)}T17:00:00.000Z` })
  expectRefusal(await book(), 'dokter_unavailable')
  expectSuccess(await put(dokter, { zona: 'WIB', mingguan: [1, 2, 3, 4, 5, 6, 7].map((hari) => jam(hari, '00:00', '24:00')) }))
  expect(await find(pasien.api, dokter)).toMatchObject({ tersedia: true, buka_pada: null })
  expectSuccess(await dokter.api.put('/dokter/saya/ketersediaan', { tersedia: false }))
  expect(await find(pasien.api, dokter)).toMatchObject({ tersedia: false })
  expectRefusal(await book(), 'dokter_unavailable')
  expectSuccess(await dokter.api.put('/dokter/saya/ketersediaan', { tersedia: true }))
  expectSuccess(await book(), 201)
})

test('of twenty bookings at once three find the room that there is for three', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  expectSuccess(await put(dokter, { zona: 'WIB', maks_aktif: 3 }))
  const pasien = await Promise.all(Array.from({ length: 20 }, () => clinic.pasien()))
  const ask = { dokter_id: dokter.id, keluhan: 'Batuk sejak tiga hari' }
  const answers = await Promise.all(pasien.map(({ api }) => api.post('/konsultasi', ask)))
  const won = answers.filter(({ status }) => status === 201)
  expect(won).toHaveLength(3)
  for (const answer of answers) if (answer.status !== 201) expectRefusal(answer, 'dokter_unavailable')
  expect(await find(dokter.api, dokter)).toMatchObject({ tersedia: false, buka_pada: null, antrean: 3 })
  const first = expectSuccess(await dokter.api.get('/konsultasi'))[0]
  expectSuccess(await dokter.api.put(`/konsultasi/${first?.id}/terima`))
  expect(await find(dokter.api, dokter)).toMatchObject({ tersedia: false, antrean: 2 })
  expectSuccess(await dokter.api.put(`/konsultasi/${first?.id}/selesaikan`, { catatan_penutup: 'Sembuh' }))
  expect(await find(dokter.api, dokter)).toMatchObject({ tersedia: true, antrean: 2 })
})

test('how soon a dokter usually answers is said from the tenth answer on', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  for (let n = 1; n <= 10; n++) {
    expect((await find(dokter.api, dokter))?.biasa_menjawab_menit).toBeNull()
    await clinic.active({ dokter })
  }
  expect((await find(dokter.api, dokter))?.biasa_menjawab_menit).toBe(1)
})
