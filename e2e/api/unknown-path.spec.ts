import { expect, test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'

const PATHS = [
  '/api',
  '/api/v1',
  '/api/v2/konsultasi',
  '/api/v1/tidak-ada',
  '/api/v1/konsultasi/a/b/c',
  '/api/v1/pesan/x/y',
  '/api/livex',
  '/api/',
  '/api/v1/konsultasi/',
  '/api/v1/auth/login/',
  '/api//v1/dokter',
  '/api/v1/%zz',
]
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

for (const path of PATHS) {
  test(`${path} is a JSON 404 for every method, for nobody and for somebody`, async ({ api, clinic }) => {
    const { api: somebody } = await clinic.pasien()
    for (const method of METHODS) {
      expectRefusal(await api.ask(method, path), 'not_found')
      expectRefusal(await somebody.ask(method, path), 'not_found')
    }
    expect((await api.ask('HEAD', path)).status).toBe(404)
  })
}

test('an unknown path is 404 before anything else is looked at: a garbage token, a broken body, another site', async ({ api }) => {
  const odd = api.with({ Authorization: 'Bearer x', Cookie: 'next-auth.session-token=x', Origin: 'https://jahat.test' })
  expectRefusal(await odd.ask('POST', '/tidak-ada', { raw: '{' }), 'not_found')
})
