import { Client as Database } from 'pg'
import type { Client } from '@/e2e/client'
import { mark, PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { BalasanView } from '@/lib/contract/balasan-cepat'
import { BALASAN_MAX, ISIAN_BALASAN_MAX, JUDUL_MAX, PINTASAN_MAX } from '@/lib/domain/balasan-cepat'
import { uuidOf } from '@/lib/domain/id'
import { PESAN_MAX } from '@/lib/domain/pesan'

const MINUM = { pintasan: 'minum', judul: 'Minum obat', isi: 'Halo {pasien}, minum {?dosis} sehari. {dokter}' }
const list = async (api: Client) => expectSuccess(await api.get<BalasanView[]>('/balasan-cepat'))
const own = async (api: Client) => (await list(api)).filter(({ milik }) => milik === 'saya')
const add = async (api: Client, more: object = {}) =>
  expectSuccess(await api.post<BalasanView>('/balasan-cepat', { ...MINUM, ...more }), 201)

test('a dokter keeps their own, an admin those of the clinic, and a dokter sees both', async ({ clinic }) => {
  const [{ api }, other, admin] = await Promise.all([clinic.dokter(), clinic.dokter(), clinic.admin()])
  const kept = await add(api, { judul: ' Minum obat ' })
  expect(kept).toEqual({ ...MINUM, id: expect.stringMatching(/^balasan_[0-7][0-9a-z]{25}$/), milik: 'saya' })
  const ours = await add(admin.api, { pintasan: mark() })
  expect(ours.milik).toBe('klinik')
  const all = await list(api)
  expect(all[0]).toEqual(kept)
  expect(all).toContainEqual(ours)
  expect(await list(other.api)).toContainEqual(ours)
  expect(await own(other.api)).toEqual([])
  expect((await list(admin.api)).every(({ milik }) => milik === 'klinik')).toBe(true)
  expect(expectSuccess(await api.put(`/balasan-cepat/${kept.id}`, { ...MINUM, isi: 'Lain' }))).toEqual({ ...kept, isi: 'Lain' })
  expectRefusal(await api.put(`/balasan-cepat/${ours.id}`, MINUM), 'forbidden')
  expectRefusal(await api.delete(`/balasan-cepat/${ours.id}`), 'forbidden')
  expectRefusal(await other.api.put(`/balasan-cepat/${kept.id}`, MINUM), 'forbidden')
  expectRefusal(await admin.api.delete(`/balasan-cepat/${kept.id}`), 'forbidden')
  expect(expectSuccess(await api.delete(`/balasan-cepat/${kept.id}`))).toEqual({ ...kept, isi: 'Lain' })
  expectRefusal(await api.delete(`/balasan-cepat/${kept.id}`), 'not_found')
  expectRefusal(await api.put(`/balasan-cepat/${kept.id}`, MINUM), 'not_found')
  expectSuccess(await admin.api.delete(`/balasan-cepat/${ours.id}`))
})

test('a pintasan is there once for its owner, whatever its case, also of two that come at once', async ({ clinic }) => {
  const [{ api }, other] = await Promise.all([clinic.dokter(), clinic.dokter()])
  const answers = await Promise.all(Array.from({ length: 4 }, () => api.post('/balasan-cepat', MINUM)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422])
  expectRefusal(await api.post('/balasan-cepat', { ...MINUM, pintasan: 'MINUM' }), 'validation_failed', ['pintasan'])
  const another = await add(api, { pintasan: 'istirahat' })
  expectRefusal(await api.put(`/balasan-cepat/${another.id}`, { ...MINUM, pintasan: 'Minum' }), 'validation_failed', ['pintasan'])
  expectSuccess(await api.put(`/balasan-cepat/${another.id}`, { ...MINUM, pintasan: 'ISTIRAHAT' }))
  await add(other.api)
})

const BAD: Record<string, readonly unknown[]> = {
  pintasan: [undefined, null, '', ' ', 'dua kata', 'x'.repeat(PINTASAN_MAX + 1), 'a\nb', 'a\0', '\ud800', 'a\u202eb', 7, ['a']],
  judul: [undefined, null, '', 'x'.repeat(JUDUL_MAX + 1), 'a\nb', 'a\0', {}],
  isi: [undefined, null, '', '  \n ', 'é'.repeat(PESAN_MAX + 1), 'a\0', '\udc00', '{?x} '.repeat(ISIAN_BALASAN_MAX + 1), 1],
}

test('what is wrong with a field is told on it, and nothing is kept', async ({ clinic }) => {
  const { api } = await clinic.dokter()
  const kept = await add(api)
  for (const [field, values] of Object.entries(BAD))
    for (const value of values) {
      expectRefusal(await api.post('/balasan-cepat', { ...MINUM, pintasan: mark(), [field]: value }), 'validation_failed', [field])
      expectRefusal(await api.put(`/balasan-cepat/${kept.id}`, { ...MINUM, [field]: value }), 'validation_failed', [field])
    }
  expectRefusal(await api.ask('POST', '/api/v1/balasan-cepat', { raw: '{' }), 'invalid_json')
  expectRefusal(await api.put('/balasan-cepat/pesan_01jd93mz0yfn19p7swb9z9t2s1', MINUM), 'not_found')
  expect(await own(api)).toEqual([kept])
})

test('what is just within the limits, and what looks like markup, is kept as it is', async ({ clinic }) => {
  const { api } = await clinic.dokter()
  const blanks = '{?dosis} '.repeat(ISIAN_BALASAN_MAX)
  for (const more of [
    { isi: blanks + 'é'.repeat(PESAN_MAX - blanks.length) },
    { isi: '<script>alert(1)</script>\n**tebal** {pasien} {{umur}} {lain}', judul: '<b>Judul</b>' },
    { pintasan: '👍'.repeat(PINTASAN_MAX), judul: '/'.repeat(JUDUL_MAX) },
  ])
    expect(await add(api, { pintasan: mark(), ...more })).toMatchObject(more)
})

test('one person keeps at most so many, also when the last ones come at once', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await database.query(
      `INSERT INTO balasan_cepat (id, pemilik_id, pintasan, judul, isi) SELECT gen_random_uuid(), $1, 'p' || n, 'x', 'x' FROM generate_series(2, $2::int) n`,
      [uuidOf('pengguna', dokter.id), BALASAN_MAX],
    )
  } finally {
    await database.end()
  }
  const last = await Promise.all([1, 2, 3].map((n) => dokter.api.post('/balasan-cepat', { ...MINUM, pintasan: `akhir${n}` })))
  expect(last.map(({ status }) => status).sort()).toEqual([201, 422, 422])
  expectRefusal(await dokter.api.post('/balasan-cepat', MINUM), 'validation_failed', ['pintasan'])
})

test('they are among one’s own data, and go with the account', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const kept = await add(dokter.api)
  expect(JSON.parse((await dokter.api.get('/akun/data')).text).balasan_cepat).toEqual([kept])
  expect(JSON.parse((await (await clinic.pasien()).api.get('/akun/data')).text).balasan_cepat).toEqual([])
  expectSuccess(await dokter.api.delete('/akun', { password: PASSWORD }))
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    const { rows } = await database.query('SELECT FROM balasan_cepat WHERE pemilik_id = $1', [uuidOf('pengguna', dokter.id)])
    expect(rows).toEqual([])
  } finally {
    await database.end()
  }
})
