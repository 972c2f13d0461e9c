import { createHash, createHmac } from 'node:crypto'
import { Client as Database } from 'pg'
import type { Client } from '@/e2e/client'
import { demand, PASSWORD, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { expectRefusal } from '@/e2e/refusal'

const COOKIE = 'next-auth.session-token'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JSON Web Token that says what an attacker would like; next-auth's own default is of that form. */
function forged(person: Person, alg: string, secret = ''): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: person.id, id: person.id, email: person.email, peran: 'admin', iat: now, exp: now + 3600, sid: person.token }
  const text = `${part({ alg, typ: 'JWT' })}.${part(claims)}`
  return `${text}.${alg === 'none' ? '' : createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** Everything that looks like the token of this person, and is not it. */
const likenessesOf = (person: Person): Record<string, string> => ({
  'a JWT without a signature': forged(person, 'none'),
  'a JWT of another secret': forged(person, 'HS256', 'rahasia-lain-yang-cukup-panjang-untuk-dipakai'),
  'a JWT of an empty secret': forged(person, 'HS256'),
  'what the database keeps of it': createHash('sha256').update(person.token).digest('base64url'),
  'the same in hexadecimal': createHash('sha256').update(person.token).digest('hex'),
  'without its last character': person.token.slice(0, -1),
  'with one more': `${person.token}A`,
  'in another case': person.token.replace(/[a-zA-Z]/g, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())),
  'the id of the person': person.id,
  'a word of the language': 'undefined',
})

/** The same token through both doors, asked for the same thing. */
async function throughBothDoors(api: Client, token: string): Promise<number[]> {
  const [bearer, cookie] = [await api.bearing(token).get('/auth/me'), await api.with({ Cookie: `${COOKIE}=${token}` }).get('/auth/me')]
  const page = await fetch(`${api.url}/pasien`, { headers: { Cookie: `${COOKIE}=${token}` }, redirect: 'manual' })
  return [bearer.status, cookie.status, page.status]
}

test('nothing that only looks like a token opens either door, nor a page', async ({ api, clinic }) => {
  const pasien = await clinic.pasien()
  expect(await throughBothDoors(api, pasien.token)).toEqual([200, 200, 200])
  for (const [what, token] of Object.entries(likenessesOf(pasien)))
    expect.soft(await throughBothDoors(api, token), what).toEqual([401, 401, 307])
})

test('the token of a session that ended, or whose time ran out, stays worthless through both doors', async ({ api, clinic }) => {
  const [ended, expired] = await Promise.all([clinic.pasien(), clinic.pasien()])
  demand(200, await ended.api.post('/auth/logout'))
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await database.query(`UPDATE sesi SET berlaku_sampai = now() - interval '1 second' WHERE token_hash = sha256($1)`, [expired.token])
  } finally {
    await database.end()
  }
  for (const { token, email } of [ended, expired]) {
    expect(await throughBothDoors(api, token)).toEqual([401, 401, 307])
    // Neither signing in again nor asking next-auth for the session brings the old one back.
    await clinic.signIn(email, PASSWORD)
    const browser = new NextAuthBrowser(api.url)
    browser.cookies.set(COOKIE, token)
    expect(await (await browser.get('/api/auth/session')).json()).toEqual({})
    expect(await throughBothDoors(api, token)).toEqual([401, 401, 307])
  }
})

test('a token in a URL is none', async ({ api, clinic }) => {
  const { token } = await clinic.pasien()
  for (const name of ['token', 'access_token', 'sid', COOKIE]) expectRefusal(await api.get(`/auth/me?${name}=${token}`), 'unauthenticated')
})
