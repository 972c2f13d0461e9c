import { Client } from 'pg'
import { PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { expectSuccess } from '@/e2e/refusal'

const signOut = async (browser: NextAuthBrowser) =>
  browser.post('/api/auth/signout', new URLSearchParams({ csrfToken: await browser.csrf(), json: 'true' }))

test('a session that cannot be ended now is said to be there still, and its browser keeps the cookie to try again', async ({
  api,
  clinic,
}) => {
  const { email, token } = await clinic.pasien()
  const browser = new NextAuthBrowser(api.url)
  await browser.signIn(email, PASSWORD)
  const held = browser.session() ?? ''
  expect(held).not.toBe('')
  const holder = new Client({ connectionString: process.env.SAPA_DATABASE_URL ?? '' })
  await holder.connect()
  try {
    // Whoever holds the row keeps the system from deleting it within its time.
    await holder.query('BEGIN')
    await holder.query('SELECT FROM sesi WHERE token_hash = sha256($1::text::bytea) FOR UPDATE', [held])
    const answer = await signOut(browser)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ success: false, code: 'unavailable' })
    expect(browser.session()).toBe(held)
  } finally {
    await holder.end()
  }
  expectSuccess(await api.bearing(held).get('/auth/me'))
  expect((await signOut(browser)).status).toBe(200)
  expect(browser.session()).toBeUndefined()
  expect((await api.bearing(held).get('/auth/me')).status).toBe(401)
  expectSuccess(await api.bearing(token).get('/auth/me'))
})

test('of two cookies of one name the pages, the API and next-auth see the same person', async ({ api, clinic }) => {
  const [one, other] = [await clinic.pasien(), await clinic.pasien()]
  const Cookie = `next-auth.session-token=${one.token}; next-auth.session-token=${other.token}`
  const ask = (path: string) => fetch(api.url + path, { headers: { Cookie } })
  const page = await (await ask('/akun')).text()
  const session = (await (await ask('/api/auth/session')).json()) as { user: { name: string } }
  const me = expectSuccess(await api.with({ Cookie }).get('/auth/me')).pengguna
  const seen = {
    page: [one, other].filter(({ nama }) => page.includes(nama)).map(({ nama }) => nama),
    session: session.user.name,
    me: me.nama,
  }
  expect(seen).toEqual({ page: [one.nama], session: one.nama, me: one.nama })
})
