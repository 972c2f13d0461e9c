import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const JSON_MAX_BYTES = 256 * 1024
const NOT_OBJECTS = [
  '{',
  'null',
  '[]',
  '[{"email":"a"}]',
  '"teks"',
  '42',
  'email=a&password=b',
  '{"email":"a",}',
  "{'email':'a'}",
  '\ufeff',
]

test('a body that is not a JSON object is 400 where something is required', async ({ api, clinic }) => {
  const { api: pasien } = await clinic.pasien()
  for (const raw of ['', ' ', ...NOT_OBJECTS]) {
    expectRefusal(await api.ask('POST', '/auth/login', { raw }), 'invalid_json')
    expectRefusal(await pasien.ask('POST', '/pesan', { raw }), 'invalid_json')
    expectRefusal(await pasien.ask('POST', '/konsultasi', { raw }), 'invalid_json')
  }
})

test('a body that is not UTF-8 is 400, whatever the Content-Type says', async ({ api }) => {
  const raw = Buffer.from('{"email":"\xe9","password":"x"}', 'latin1')
  for (const type of ['application/json', 'application/json; charset=latin1', 'text/plain']) {
    expectRefusal(await api.ask('POST', '/auth/login', { raw, headers: { 'Content-Type': type } }), 'invalid_json')
  }
})

test('a body may be missing where nothing in it is required, but what is there must be JSON', async ({ clinic }) => {
  const first = await clinic.booked()
  expectRefusal(await first.pasien.api.ask('PUT', `/konsultasi/${first.id}/batalkan`, { raw: '{' }), 'invalid_json')
  expectSuccess(await first.pasien.api.put(`/konsultasi/${first.id}/batalkan`))
  const k = await clinic.active()
  expectSuccess(await k.pasien.api.put(`/pesan/${k.id}/mark-all-read`))
  expectRefusal(await k.pasien.api.ask('PUT', `/pesan/${k.id}/mark-all-read`, { raw: '[]' }), 'invalid_json')
})

test('a missing body is 400 where something is required, also for a dokter who declines and completes', async ({ clinic }) => {
  const k = await clinic.booked()
  expectRefusal(await k.dokter.api.put(`/konsultasi/${k.id}/tolak`), 'invalid_json')
  expectRefusal(await k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`), 'invalid_json')
  expectRefusal(await k.dokter.api.put('/dokter/saya/ketersediaan'), 'invalid_json')
})

test('unknown fields are ignored', async ({ clinic }) => {
  const k = await clinic.active()
  const extra = { konsultasi_id: k.id, pesan: 'Halo', pengirim_id: k.dokter.id, urutan: 99, __proto__: { x: 1 }, admin: true }
  const sent = await k.pasien.api.post('/pesan', extra)
  expect(expectSuccess(sent, 201)).toMatchObject({ pengirim: { id: k.pasien.id }, urutan: 1 })
})

test('JSON above 256 KiB is 413, up to there it is read; also when it is sent in pieces without a length', async ({ clinic }) => {
  const k = await clinic.active()
  const body = (bytes: number) => {
    const text = JSON.stringify({ konsultasi_id: k.id, pesan: 'Halo', isian: '' })
    return text.replace('""', `"${'x'.repeat(bytes - text.length)}"`)
  }
  expectSuccess(await k.pasien.api.ask('POST', '/pesan', { raw: body(JSON_MAX_BYTES) }), 201)
  expectRefusal(await k.pasien.api.ask('POST', '/pesan', { raw: body(JSON_MAX_BYTES + 1) }), 'payload_too_large')
  expectRefusal(await k.pasien.api.ask('POST', '/pesan', { raw: body(2 * JSON_MAX_BYTES) }), 'payload_too_large')
  const pieces = new Blob([body(JSON_MAX_BYTES + 1)]).stream()
  expectRefusal(await k.pasien.api.ask('POST', '/pesan', { raw: pieces }), 'payload_too_large')
  const { meta } = (await k.pasien.api.get(`/pesan/${k.id}`)).body
  expect(meta.rev).toBe((await k.dokter.api.get(`/pesan/${k.id}`)).body.meta.rev)
})

const WRONG = [null, 5, true, [], {}, { contains: '@' }] as const

test('a field of the wrong type is 422 on that field, never read as something else', async ({ api, clinic }) => {
  const k = await clinic.active()
  for (const value of WRONG) {
    expectRefusal(await api.post('/auth/login', { email: value, password: 'x' }), 'validation_failed', ['email'])
    expectRefusal(await k.pasien.api.post('/pesan', { konsultasi_id: value, pesan: 'x' }), 'validation_failed', ['konsultasi_id'])
    expectRefusal(await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: value }), 'validation_failed', ['pesan'])
    expectRefusal(await k.dokter.api.put('/dokter/saya/ketersediaan', { tersedia: value === true ? 'true' : value }), 'validation_failed', [
      'tersedia',
    ])
  }
})

test('all that is wrong with a form is told at once', async ({ api, clinic }) => {
  const { api: pasien } = await clinic.pasien()
  const all = ['nama', 'email', 'password', 'peran']
  expectRefusal(await api.post('/auth/register', {}), 'validation_failed', all)
  const dokter = { nama: ' ', email: 'bukan', password: 'pendek', peran: 'dokter' }
  expectRefusal(await api.post('/auth/register', dokter), 'validation_failed', [
    'nama',
    'email',
    'password',
    'spesialisasi',
    'nomor_str',
    'nomor_sip',
  ])
  expectRefusal(await pasien.post('/konsultasi', {}), 'validation_failed', ['dokter_id', 'keluhan'])
  expectRefusal(await pasien.post('/pesan', { client_id: 'x' }), 'validation_failed', ['konsultasi_id', 'pesan', 'client_id'])
})
