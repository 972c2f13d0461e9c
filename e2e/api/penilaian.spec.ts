import { Client as Database } from 'pg'
import type { Konsultasi } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { DokterView } from '@/lib/contract/pengguna'
import { uuidOf } from '@/lib/domain/id'
import { KOMENTAR_MAX, NILAI_MIN, PENILAIAN_DAYS } from '@/lib/domain/penilaian'

const rate = (k: Konsultasi, json: unknown) => k.pasien.api.put(`/konsultasi/${k.id}/penilaian`, json)
const nilaiOf = async ({ dokter }: Konsultasi) =>
  expectSuccess(await dokter.api.get<DokterView[]>(`/dokter?q=${encodeURIComponent(dokter.nama)}`)).find(({ id }) => id === dokter.id)
    ?.nilai

test('a pasien rates what has ended, and may say it again; nobody else sees the words', async ({ clinic }) => {
  const k = await clinic.completed()
  expect(expectSuccess(await rate(k, { bintang: 2, komentar: ' Rahasia saya ' }))).toEqual({ bintang: 2, komentar: 'Rahasia saya' })
  expect(expectSuccess(await k.pasien.api.get(`/konsultasi/${k.id}`))).toMatchObject({
    penilaian: { bintang: 2, komentar: 'Rahasia saya' },
  })
  const seen = await k.dokter.api.get(`/konsultasi/${k.id}`)
  expect(seen.text).not.toContain('Rahasia saya')
  expect(seen.text).not.toContain('penilaian')
  expect((await k.dokter.api.get('/akun/data')).text).not.toContain('Rahasia saya')
  expect(expectSuccess(await rate(k, { bintang: 5 }))).toEqual({ bintang: 5, komentar: null })
  expectRefusal(await k.dokter.api.put(`/konsultasi/${k.id}/penilaian`, { bintang: 5 }), 'forbidden')
  expectRefusal(await (await clinic.pasien()).api.put(`/konsultasi/${k.id}/penilaian`, { bintang: 5 }), 'forbidden')
})

test('what is wrong with a rating is told on it', async ({ clinic }) => {
  const k = await clinic.completed()
  for (const bintang of [undefined, null, 0, 6, 4.5, '5', -1]) expectRefusal(await rate(k, { bintang }), 'validation_failed', ['bintang'])
  for (const komentar of ['x'.repeat(KOMENTAR_MAX + 1), 'a\0', '\ud800', 7])
    expectRefusal(await rate(k, { bintang: 5, komentar }), 'validation_failed', ['komentar'])
  expectSuccess(await rate(k, { bintang: 1, komentar: '<b>é</b>'.repeat(100) }))
})

test('only what was completed is rated, and only for some days', async ({ clinic }) => {
  const [active, booked, ended] = await Promise.all([clinic.active(), clinic.booked(), clinic.completed()])
  for (const k of [active, booked]) expectRefusal(await rate(k, { bintang: 5 }), 'invalid_transition')
  expectSuccess(await booked.pasien.api.put(`/konsultasi/${booked.id}/batalkan`, {}))
  expectRefusal(await rate(booked, { bintang: 5 }), 'invalid_transition')
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  const endedAgo = (ago: string) =>
    database.query(`UPDATE konsultasi SET selesai_pada = now() - $2::interval WHERE id = $1`, [uuidOf('konsultasi', ended.id), ago])
  try {
    await endedAgo(`${PENILAIAN_DAYS} days 1 minute`)
    expectRefusal(await rate(ended, { bintang: 5 }), 'invalid_transition')
    await endedAgo(`${PENILAIAN_DAYS} days -1 minute`)
    expectSuccess(await rate(ended, { bintang: 5 }))
  } finally {
    await database.end()
  }
})

test('the mean is shown from the fifth on, and is right when ratings come at once or are said again', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const all = await Promise.all(Array.from({ length: NILAI_MIN }, () => clinic.completed({ dokter })))
  const [first, ...others] = all as [Konsultasi, ...Konsultasi[]]
  await Promise.all(others.map((k) => rate(k, { bintang: 5 })))
  expect(await nilaiOf(first)).toBeNull()
  await Promise.all([1, 2, 3, 4].map((bintang) => rate(first, { bintang })))
  const { bintang } = expectSuccess(await rate(first, { bintang: 3 }))
  expect(bintang).toBe(3)
  expect(await nilaiOf(first)).toEqual({ rata: 4.6, jumlah: NILAI_MIN })
})
