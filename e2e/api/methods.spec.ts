import { expect, test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'

/** Every path of the contract that is there, and the methods it names. */
const PATHS: Record<string, readonly string[]> = {
  '/auth/register': ['POST'],
  '/auth/login': ['POST'],
  '/auth/password': ['PUT'],
  '/auth/me': ['GET'],
  '/auth/logout': ['POST'],
  '/dokter': ['GET'],
  '/dokter/saya/ketersediaan': ['PUT'],
  '/konsultasi': ['GET', 'POST'],
  '/konsultasi/x': ['GET'],
  '/konsultasi/x/terima': ['PUT'],
  '/konsultasi/x/tolak': ['PUT'],
  '/konsultasi/x/batalkan': ['PUT'],
  '/konsultasi/x/selesaikan': ['PUT'],
  '/konsultasi/x/mengetik': ['PUT'],
  '/pesan/x': ['GET', 'DELETE'],
  '/pesan/x/dibaca': ['PUT'],
  '/pesan/x/unread-count': ['GET'],
  '/pesan/x/mark-all-read': ['PUT'],
  '/pesan/x/reaksi': ['PUT', 'DELETE'],
  '/lampiran': ['POST'],
  '/lampiran/x': ['GET'],
  '/realtime/auth': ['POST'],
  '/realtime/config': ['GET'],
  '/admin/dokter': ['GET'],
  '/admin/dokter/x/verifikasi': ['PUT'],
  '/api/live': ['GET'],
  '/api/ready': ['GET'],
}
const ALL = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

for (const [path, offered] of Object.entries(PATHS)) {
  const allow = [...offered, ...(offered.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort()

  test(`${path} offers ${offered.join(' and ')} and refuses every other method before it asks who is there`, async ({ api }) => {
    for (const method of ALL.filter((each) => !offered.includes(each))) {
      const reply = await api.ask(method, path)
      expectRefusal(reply, 'method_not_allowed')
      expect(allowOf(reply.headers)).toEqual(allow)
    }
    if (!offered.includes('GET')) {
      const head = await api.ask('HEAD', path)
      expect({ status: head.status, text: head.text }).toEqual({ status: 405, text: '' })
    }
  })

  test(`OPTIONS ${path} tells what it offers, to anybody`, async ({ api }) => {
    const reply = await api.ask('OPTIONS', path)
    expect({ status: reply.status, text: reply.text }).toEqual({ status: 204, text: '' })
    expect(allowOf(reply.headers)).toEqual(allow)
  })
}

test('POST /pesan is there beside whatever else its path offers', async ({ api }) => {
  const reply = await api.ask('OPTIONS', '/pesan')
  expect(allowOf(reply.headers)).toEqual(expect.arrayContaining(['POST', 'OPTIONS']))
  expectRefusal(await api.ask('PATCH', '/pesan'), 'method_not_allowed')
  expectRefusal(await api.ask('DELETE', '/pesan'), 'method_not_allowed')
})

test('HEAD answers like GET without a body, and asks the same of the caller', async ({ api, clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  for (const path of ['/auth/me', `/konsultasi/${k.id}`, `/pesan/${k.id}`, '/konsultasi', '/dokter?q=zzzz', '/realtime/config']) {
    const [get, head] = [await k.pasien.api.get(path), await k.pasien.api.ask('HEAD', path)]
    expect({ path, status: head.status, text: head.text }).toEqual({ path, status: get.status, text: '' })
    for (const name of ['content-type', 'cache-control', 'etag']) expect(head.headers.get(name)).toBe(get.headers.get(name))
    expect((await api.ask('HEAD', path)).status).toBe(401)
  }
})

test('a method that HTTP knows and this system does not is a JSON 405 too', async ({ api }) => {
  const reply = await api.ask('PROPFIND', '/konsultasi')
  expectRefusal(reply, 'method_not_allowed')
  expect(reply.headers.get('allow')).toContain('GET')
})

const allowOf = (headers: Headers) =>
  (headers.get('allow') ?? '')
    .split(',')
    .map((name) => name.trim())
    .sort()
