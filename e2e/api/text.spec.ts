import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { PesanView } from '@/lib/contract/pesan'

const EXACT = {
  'an emoji family with joiners': '👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽',
  'right to left beside left to right': 'دواء 500mg ثلاث مرات \u202Bيوميا\u202C',
  'combining marks, not normalised': 'e\u0301 \u00e9 n\u0303a\u0308',
  'every kind of line break': 'satu\ndua\r\ntiga\rempat\u2028lima\u2029enam',
  'blanks inside and tabs': 'a  b\t\tc\u00a0d\u200be',
  'what looks like markup, SQL or a template': `<script>alert("x")</script> '; DROP TABLE pesan; -- \${7*7} {{x}} %s \\n \\u0000`,
  'control characters other than NUL': 'a\u0001b\u0007c\u001bd\u007fe',
  'a noncharacter and a private character': 'x\uffff\ue000y',
  'numbers that look like numbers': '007',
  'the word null': 'null',
} as const

for (const [kind, text] of Object.entries(EXACT)) {
  test(`${kind}: a pesan is kept exactly`, async ({ clinic }) => {
    const k = await clinic.active()
    const sent = await clinic.send(k.pasien, k, text)
    expect(sent.pesan).toBe(text)
    expect(expectSuccess(await k.dokter.api.get<PesanView>(`/pesan/${sent.id}`)).pesan).toBe(text)
    expect(expectSuccess(await k.dokter.api.get(`/pesan/${k.id}`)).map(({ pesan }) => pesan)).toEqual([text])
  })
}

test('a pesan is trimmed as String.prototype.trim does, and no further', async ({ clinic }) => {
  const k = await clinic.active()
  const around = '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
  expect((await clinic.send(k.pasien, k, `${around}a b${around}`)).pesan).toBe('a b')
  expect((await clinic.send(k.pasien, k, '\u200ba\u200b')).pesan).toBe('\u200ba\u200b')
  for (const blank of ['', ' ', around]) {
    expectRefusal(await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: blank }), 'validation_failed', ['pesan'])
  }
})

test('5000 code points are one pesan, of any width, and 5001 are none', async ({ clinic }) => {
  const k = await clinic.active()
  for (const point of ['a', 'é', '字', '👍']) {
    const longest = point.repeat(5000)
    expect((await clinic.send(k.pasien, k, `  ${longest}\n`)).pesan).toBe(longest)
    expectRefusal(await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: longest + point }), 'validation_failed', ['pesan'])
  }
  expect((await clinic.send(k.pasien, k, 'a')).urutan).toBe(5)
})

const NO_TEXT = {
  NUL: 'a\\u0000b',
  'a high surrogate alone': '\\ud83d',
  'a low surrogate alone': 'x\\udc4dy',
  'surrogates the wrong way round': '\\udc4d\\ud83d',
}

for (const [kind, escaped] of Object.entries(NO_TEXT)) {
  test(`${kind} is 422 on its field wherever people type`, async ({ api, clinic }) => {
    const k = await clinic.booked()
    const pasien = (path: string, fields: string, method = 'POST') => k.pasien.api.ask(method, path, { raw: `{${fields}}` })
    const dokter = (path: string, fields: string) => k.dokter.api.ask('PUT', path, { raw: `{${fields}}` })
    const account = `"email":"x@uji.test","password":"teluk-bening-42","peran":"pasien"`
    expectRefusal(await api.ask('POST', '/auth/register', { raw: `{"nama":"${escaped}",${account}}` }), 'validation_failed', ['nama'])
    const booking = `"dokter_id":"${k.dokter.id}","keluhan":"sakit kepala ${escaped}"`
    expectRefusal(await pasien('/konsultasi', booking), 'validation_failed', ['keluhan'])
    expectRefusal(await dokter(`/konsultasi/${k.id}/tolak`, `"alasan":"${escaped}"`), 'validation_failed', ['alasan'])
    expectRefusal(await pasien(`/konsultasi/${k.id}/batalkan`, `"alasan":"${escaped}"`, 'PUT'), 'validation_failed', ['alasan'])
    expectRefusal(await dokter(`/konsultasi/${k.id}/selesaikan`, `"catatan_penutup":"${escaped}"`), 'validation_failed', [
      'catatan_penutup',
    ])
    expectRefusal(await pasien('/pesan', `"konsultasi_id":"${k.id}","pesan":"${escaped}"`), 'validation_failed', ['pesan'])
  })

  test(`${kind} where one signs in, searches or gives a reason is an ordinary refusal or an ordinary answer`, async ({ api, clinic }) => {
    const k = await clinic.active()
    const { api: admin } = await clinic.admin()
    const tried = await api.ask('POST', '/auth/login', { raw: `{"email":"a${escaped}@uji.test","password":"x${escaped}"}` })
    expect([401, 422]).toContain(tried.status)
    const changed = await k.pasien.api.ask('PUT', '/auth/password', { raw: `{"lama":"${escaped}","baru":"jendela-hijau-77"}` })
    expectRefusal(changed, 'validation_failed', ['lama'])
    for (const query of ['%00', '%ED%A0%BD', '%FF']) {
      expect([200, 422]).toContain((await k.pasien.api.get(`/dokter?q=${query}&spesialisasi=${query}`)).status)
      expect([200, 422]).toContain((await admin.get(`/konsultasi/${k.id}?alasan=${query}`)).status)
      expect([200, 422]).toContain((await admin.get(`/pesan/${k.id}?alasan=${query}`)).status)
    }
  })
}

test('keluhan has 10 to 2000 characters, alasan and catatan_penutup 1 to 2000, after trimming', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const pasien = await clinic.pasien()
  const book = (keluhan: string) => pasien.api.post('/konsultasi', { dokter_id: dokter.id, keluhan })
  for (const keluhan of ['', '         9', '👍'.repeat(9), 'x'.repeat(2001)]) {
    expectRefusal(await book(keluhan), 'validation_failed', ['keluhan'])
  }
  const { id, keluhan } = expectSuccess(await book(` ${'👍'.repeat(2000)} `), 201)
  expect(keluhan).toBe('👍'.repeat(2000))
  const say = (verb: string, field: string, text: string) => dokter.api.put(`/konsultasi/${id}/${verb}`, { [field]: text })
  for (const text of ['', ' \n ', 'x'.repeat(2001)]) {
    expectRefusal(await say('tolak', 'alasan', text), 'validation_failed', ['alasan'])
    expectRefusal(await say('selesaikan', 'catatan_penutup', text), 'validation_failed', ['catatan_penutup'])
  }
  expectSuccess(await say('tolak', 'alasan', `  ${'x'.repeat(2000)}`))
})
