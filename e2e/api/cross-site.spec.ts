import { PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const FOREIGN: Record<string, string>[] = [
  {},
  { Origin: 'https://jahat.test' },
  { Origin: 'null' },
  { Origin: '' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'none' },
  { Origin: 'https://jahat.test', 'Sec-Fetch-Site': 'same-origin' },
  { Referer: 'http://127.0.0.1/' },
]

const cookieOf = (token: string) => ({ Cookie: `next-auth.session-token=${token}` })

test('a cookie alone changes nothing from another site, nor from nowhere', async ({ api, clinic }) => {
  const k = await clinic.active()
  for (const headers of FOREIGN) {
    const page = api.with({ ...cookieOf(k.dokter.token), ...headers })
    expectRefusal(await page.post('/pesan', { konsultasi_id: k.id, pesan: 'Dari situs lain' }), 'cross_site')
    expectRefusal(await page.put(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup: 'Dari situs lain' }), 'cross_site')
    expectRefusal(await page.put(`/konsultasi/${k.id}/mengetik`), 'cross_site')
    expectRefusal(await page.delete('/pesan/x'), 'cross_site')
    expectRefusal(await page.post('/auth/logout'), 'cross_site')
    expectRefusal(await page.put('/auth/password', { lama: PASSWORD, baru: 'jendela-hijau-77' }), 'cross_site')
  }
  const { body } = await k.pasien.api.get(`/pesan/${k.id}`)
  expect({ data: body.data, status: body.meta.status }).toEqual({ data: [], status: 'active' })
})

test('an address that only looks like ours is another site', async ({ api, clinic }) => {
  const { token } = await clinic.pasien()
  const { protocol, hostname, port } = new URL(api.url)
  const lookalikes = [
    `${protocol}//${hostname}.jahat.test:${port}`,
    `${protocol}//${hostname}`,
    `https://${hostname}:${port}`,
    `${api.url}/`,
  ]
  for (const Origin of [...lookalikes, `${protocol}//${hostname}:${Number(port) + 1}`]) {
    expectRefusal(await api.with({ ...cookieOf(token), Origin }).post('/auth/logout'), 'cross_site')
  }
})

test('our own pages change things: by Origin, or by Sec-Fetch-Site where there is none', async ({ api, clinic }) => {
  const k = await clinic.active()
  const own: Record<string, string>[] = [{ Origin: api.url }, { 'Sec-Fetch-Site': 'same-origin' }]
  for (const headers of own) {
    const page = api.with({ ...cookieOf(k.pasien.token), ...headers })
    expectSuccess(await page.post('/pesan', { konsultasi_id: k.id, pesan: 'Dari halaman sendiri' }), 201)
  }
})

test('reading with a cookie needs no Origin', async ({ api, clinic }) => {
  const { token } = await clinic.pasien()
  for (const headers of FOREIGN) expectSuccess(await api.with({ ...cookieOf(token), ...headers }).get('/auth/me'))
})

test('where a bearer token is sent too, the token counts and the cookie does not', async ({ api, clinic }) => {
  const [one, other] = [await clinic.pasien(), await clinic.pasien()]
  const both = api.with({ ...cookieOf(one.token), Origin: 'https://jahat.test' }).bearing(other.token)
  expect(expectSuccess(await both.get('/auth/me')).pengguna.id).toBe(other.id)
  expectSuccess(await both.post('/auth/logout'))
  expectSuccess(await one.api.get('/auth/me'))
  expectRefusal(await api.with(cookieOf(one.token)).bearing('tidak-ada').get('/auth/me'), 'unauthenticated')
})

test('registering and signing in with somebody’s cookie from another site is refused too', async ({ api, clinic }) => {
  const { email, token } = await clinic.pasien()
  const page = api.with({ ...cookieOf(token), Origin: 'https://jahat.test' })
  expectRefusal(await page.post('/auth/login', { email, password: PASSWORD }), 'cross_site')
  expectRefusal(await page.post('/auth/register', {}), 'cross_site')
})

test('a token that came as a cookie is signed out by its own page', async ({ api, clinic }) => {
  const { email } = await clinic.pasien()
  const browser = new NextAuthBrowser(api.url)
  await browser.signIn(email, PASSWORD)
  const page = api.with({ ...cookieOf(browser.session() ?? ''), Origin: api.url })
  expectSuccess(await page.post('/auth/logout'))
  expectRefusal(await page.get('/auth/me'), 'unauthenticated')
})
