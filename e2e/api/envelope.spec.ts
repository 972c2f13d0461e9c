import { expect, test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'

test('a success has success, message and data, and meta and pagination only where they are named', async ({ clinic }) => {
  const k = await clinic.active()
  const { api } = k.pasien
  const namesOf = async (path: string) => Object.keys((await api.get(path)).body)
  expect(await namesOf('/auth/me')).toEqual(['success', 'message', 'data'])
  expect(await namesOf(`/konsultasi/${k.id}`)).toEqual(['success', 'message', 'data'])
  expect(await namesOf('/konsultasi')).toEqual(['success', 'message', 'data', 'pagination'])
  expect(await namesOf(`/pesan/${k.id}`)).toEqual(['success', 'message', 'data', 'meta', 'pagination'])
  expect(await namesOf(`/pesan/${k.id}/unread-count`)).toEqual(['success', 'message', 'data'])
})

test('every answer is JSON in UTF-8, whatever the Accept header says', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  for (const accept of ['text/html', 'image/png', 'application/xml;q=0.9', '*/*', '']) {
    const { status, headers } = await api.get('/auth/me', { Accept: accept })
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'application/json; charset=utf-8' })
  }
})

test('every response has a request id of its own, which a client cannot choose', async ({ api, clinic }) => {
  const { api: pasien } = await clinic.pasien()
  const asked = [api.get('/api/live'), pasien.get('/auth/me'), api.get('/auth/me'), api.ask('OPTIONS', '/konsultasi'), pasien.get('/x')]
  const given = { 'X-Request-Id': 'dari-klien' }
  const replies = await Promise.all([...asked, api.get('/auth/me', given), pasien.get('/auth/me', given)])
  const ids = replies.map(({ headers }) => headers.get('x-request-id'))
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(new Set(ids).size).toBe(ids.length)
})

test('personal data is not stored by anybody on the way', async ({ clinic }) => {
  const k = await clinic.active()
  const cacheOf = async (path: string) => (await k.pasien.api.get(path)).headers.get('cache-control')
  for (const path of ['/auth/me', '/konsultasi', `/konsultasi/${k.id}`, '/dokter?q=zzzz', `/pesan/${k.id}/unread-count`]) {
    expect(await cacheOf(path)).toBe('private, no-store')
  }
  expect(await cacheOf(`/pesan/${k.id}`)).toBe('private, no-cache')
})

test('an API answer can do nothing in a browser and says nothing about what serves it', async ({ api, clinic }) => {
  const { api: pasien } = await clinic.pasien()
  for (const { headers } of [await pasien.get('/auth/me'), await api.get('/auth/me'), await api.get('/tidak-ada')]) {
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  }
})

const LANGUAGES = [
  [undefined, 'id'],
  ['id', 'id'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['id,en;q=0.8', 'id'],
  ['id;q=0.3,en;q=0.8', 'en'],
  ['fr,de;q=0.5', 'id'],
  ['*', 'id'],
  ['en;q=0', 'id'],
  [';;,=q', 'id'],
] as const

test('people are told in Indonesian unless their reader prefers English, in successes, errors and fields', async ({ api, clinic }) => {
  const { api: pasien } = await clinic.pasien()
  const indonesian = ['Berhasil', 'Silakan masuk terlebih dahulu', 'Wajib diisi']
  const heard: unknown[] = []
  for (const [language] of LANGUAGES) {
    const headers = { 'Accept-Language': language ?? '' }
    const replies = [await pasien.get('/auth/me', headers), await api.get('/auth/me', headers), await api.post('/auth/login', {}, headers)]
    heard.push([language, replies.map(({ body }) => body.errors?.email?.[0] ?? body.message)])
  }
  const english = (heard[2] as [string, string[]])[1]
  expect(english).not.toEqual(indonesian)
  expect(heard).toEqual(LANGUAGES.map(([language, told]) => [language, told === 'id' ? indonesian : english]))
})

test('a refusal switches language with its reader but keeps its code', async ({ api }) => {
  const [id, en] = [await api.get('/auth/me'), await api.get('/auth/me', { 'Accept-Language': 'en' })]
  expectRefusal(id, 'unauthenticated')
  expectRefusal(en, 'unauthenticated')
  expect(en.body.message).not.toBe(id.body.message)
})
