import { PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

/** next-auth's defaults that bite, each shown not to bite here. */

test('a browser signs in, and its cookie is the session that the API sees', async ({ api, clinic }) => {
  const { id, email } = await clinic.pasien()
  const browser = new NextAuthBrowser(api.url)
  const { status } = await browser.signIn(email, PASSWORD)
  expect(status).toBe(200)
  const me = await api.get('/auth/me', { Cookie: `next-auth.session-token=${browser.session()}` })
  expect(expectSuccess(me).pengguna.id).toBe(id)
})

test('the session cookie is kept from scripts and from other sites', async ({ api, clinic }) => {
  const browser = new NextAuthBrowser(api.url)
  await browser.signIn((await clinic.pasien()).email, PASSWORD)
  const attributes = browser.attributes.get('next-auth.session-token')
  expect(attributes).toMatch(/; HttpOnly/i)
  expect(attributes).toMatch(/; SameSite=Lax/i)
  expect(attributes).toMatch(/; Path=\/(;|$)/i)
})

test('a wrong password is 401 with one constant word, whatever went wrong inside', async ({ api, clinic }) => {
  const { email } = await clinic.pasien()
  for (const [address, password] of [
    [email, 'salah sama sekali'],
    ['tidak-ada@uji.test', PASSWORD],
    [`${email}\u0000`, PASSWORD],
    ['', ''],
  ]) {
    const answer = await new NextAuthBrowser(api.url).signIn(address, password)
    const { url } = (await answer.json()) as { url: string }
    expect({ status: answer.status, error: new URL(url).searchParams.get('error') }).toEqual({ status: 401, error: 'CredentialsSignin' })
  }
})

test('a JSON body with an object for an address signs nobody in', async ({ api }) => {
  for (const email of [{ contains: '@' }, ['admin@demo.id'], { equals: 'admin@demo.id' }, true, null]) {
    const browser = new NextAuthBrowser(api.url)
    const body = JSON.stringify({ email, password: 'demo-konsultasi', csrfToken: await browser.csrf(), json: 'true' })
    const { status } = await browser.post('/api/auth/callback/credentials', body, { 'Content-Type': 'application/json' })
    expect({ status, session: browser.session() }).toEqual({ status: 401, session: undefined })
  }
})

test('without the token against forgery nobody is signed in', async ({ api, clinic }) => {
  const { email } = await clinic.pasien()
  const browser = new NextAuthBrowser(api.url)
  await browser.post('/api/auth/callback/credentials', new URLSearchParams({ email, password: PASSWORD, json: 'true' }))
  expect(browser.session()).toBeUndefined()
})

test('whatever a page sends to update its session, a pasien stays a pasien', async ({ api, clinic }) => {
  const browser = new NextAuthBrowser(api.url)
  await browser.signIn((await clinic.pasien()).email, PASSWORD)
  const data = { peran: 'admin', role: 'admin', user: { peran: 'admin' }, sub: 'x', kunci: 'x' }
  const body = JSON.stringify({ csrfToken: await browser.csrf(), data })
  await browser.post('/api/auth/session', body, { 'Content-Type': 'application/json' })
  const session = (await (await browser.get('/api/auth/session')).json()) as { user: { peran: string } }
  expect(session.user.peran).toBe('pasien')
  const headers = { Cookie: `next-auth.session-token=${browser.session()}` }
  expectRefusal(await api.get('/admin/dokter', headers), 'forbidden')
})

test('after signing out through next-auth an old cookie is worth nothing', async ({ api, clinic }) => {
  const browser = new NextAuthBrowser(api.url)
  await browser.signIn((await clinic.pasien()).email, PASSWORD)
  const headers = { Cookie: `next-auth.session-token=${browser.session()}` }
  expectSuccess(await api.get('/auth/me', headers))
  await browser.post('/api/auth/signout', new URLSearchParams({ csrfToken: await browser.csrf(), json: 'true' }))
  expect(browser.session()).toBeUndefined()
  expectRefusal(await api.get('/auth/me', headers), 'unauthenticated')
  expect(await (await fetch(`${api.url}/api/auth/session`, { headers })).json()).toEqual({})
})

test('asking next-auth for the session never makes an ended one live again', async ({ api, clinic }) => {
  const browser = new NextAuthBrowser(api.url)
  await browser.signIn((await clinic.pasien()).email, PASSWORD)
  const token = browser.session()
  expectSuccess(await api.bearing(token ?? '').post('/auth/logout'))
  await browser.get('/api/auth/session')
  expect(browser.session()).toBeUndefined()
  expectRefusal(await api.get('/auth/me', { Cookie: `next-auth.session-token=${token}` }), 'unauthenticated')
})

test('what next-auth tells a page of its session is no more than the page needs', async ({ api, clinic }) => {
  const { nama, email } = await clinic.pasien()
  const browser = new NextAuthBrowser(api.url)
  await browser.signIn(email, PASSWORD)
  const text = await (await browser.get('/api/auth/session')).text()
  expect(JSON.parse(text)).toEqual({ user: { name: nama, email, peran: 'pasien' }, expires: expect.any(String) })
  expect(text).not.toContain(browser.session())
})

for (const callbackUrl of [
  'foo',
  'https://jahat.test/x',
  '//jahat.test',
  'javascript:alert(1)',
  'http:',
  '\\\\jahat.test',
  '%',
  '/../..//jahat.test',
]) {
  test(`a callbackUrl of ${callbackUrl} neither leads away nor breaks anything`, async ({ api, clinic }) => {
    const { email } = await clinic.pasien()
    const browser = new NextAuthBrowser(api.url)
    const { status, ...answer } = await signInWith(browser, email, callbackUrl)
    expect({ status, origin: new URL(answer.url).origin }).toEqual({ status: 200, origin: api.url })
    const poisoned = new NextAuthBrowser(api.url)
    poisoned.cookies.set('next-auth.callback-url', encodeURIComponent(callbackUrl))
    expect((await poisoned.get('/api/auth/csrf')).status).toBe(200)
    expect((await poisoned.get('/api/auth/session')).status).toBe(200)
    const asked = await poisoned.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`)
    expect(asked.status).toBeLessThan(500)
    expect(new URL(asked.headers.get('location') ?? '/', api.url).origin).toBe(api.url)
    const { status: again, url } = await signInWith(poisoned, email, callbackUrl)
    expect({ again, origin: new URL(url).origin }).toEqual({ again: 200, origin: api.url })
  })
}

async function signInWith(browser: NextAuthBrowser, email: string, callbackUrl: string) {
  const answer = await browser.signIn(email, PASSWORD, { callbackUrl })
  const { url } = (await answer.json()) as { url: string }
  return { status: answer.status, url }
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

test('a body above 16 KiB is refused before it is read to its end, with and without a length', async ({ api }) => {
  const tooLong = 'a&'.repeat(8 * 1024 + 1)
  for (const path of ['/api/auth/callback/credentials', '/api/auth/signout', '/api/auth/signin/credentials', '/api/auth/_log']) {
    expectRefusal(await api.ask('POST', path, { raw: tooLong, headers: FORM }), 'payload_too_large')
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1
        controller.enqueue(Buffer.alloc(64 * 1024, 'a&'))
        if (pulled === 10_000) controller.close()
      },
    })
    expectRefusal(await api.ask('POST', path, { raw: endless, headers: FORM }), 'payload_too_large')
    expect(pulled).toBeLessThan(500)
  }
})

test('broken JSON is 400, and signing in by GET is 405', async ({ api }) => {
  for (const raw of ['{', '', 'null', '[]', '"x"'])
    expectRefusal(
      await api.ask('POST', '/api/auth/callback/credentials', { raw, headers: { 'Content-Type': 'application/json' } }),
      'invalid_json',
    )
  expectRefusal(await api.get('/api/auth/callback/credentials'), 'method_not_allowed')
})

test('whoever signs in at a browser takes the place of who was there: that session ends', async ({ api, clinic }) => {
  const [first, second] = [await clinic.pasien(), await clinic.pasien()]
  const browser = new NextAuthBrowser(api.url)
  await browser.signIn(first.email, PASSWORD)
  const former = browser.session()
  await browser.signIn(second.email, PASSWORD)
  expect(browser.session()).not.toBe(former)
  expectRefusal(await api.get('/auth/me', { Cookie: `next-auth.session-token=${former}` }), 'unauthenticated')
  expectSuccess(await api.get('/auth/me', { Cookie: `next-auth.session-token=${browser.session()}` }))
})
