import { request } from 'node:http'
import { Client as Database } from 'pg'
import type { Client, Reply } from '@/e2e/client'
import { mark, PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { hashedKey } from '@/lib/auth/limiter'

/** Fails to sign in until it is told to wait. Gives how many times it was just refused. */
async function guess(api: Client, email: string): Promise<{ failures: number; limited: Reply }> {
  for (let failures = 0; failures <= 61; failures++) {
    const reply = await api.post('/auth/login', { email, password: `tebakan nomor ${failures}` })
    if (reply.status === 429) return { failures, limited: reply }
    expectRefusal(reply, 'unauthenticated')
  }
  throw new Error('guessing never ended')
}

test('after 3 to 60 failures an account answers 429 with Retry-After, for the right password too, through both doors', async ({
  api,
  clinic,
}) => {
  const { email, api: session } = await clinic.pasien()
  const { failures, limited } = await guess(api, email)
  expect(failures).toBeGreaterThanOrEqual(3)
  expect(failures).toBeLessThanOrEqual(60)
  expectRefusal(limited, 'rate_limited')
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expectRefusal(await api.post('/auth/login', { email: email.toUpperCase(), password: PASSWORD }), 'rate_limited')
  const browser = await new NextAuthBrowser(api.url).signIn(email, PASSWORD)
  expect({ status: browser.status, wait: Number(browser.headers.get('retry-after')) > 0 }).toEqual({ status: 429, wait: true })
  expectSuccess(await session.get('/auth/me'))
})

test('other accounts at that address are not affected', async ({ api, clinic }) => {
  const other = await clinic.pasien()
  await guess(api, (await clinic.pasien()).email)
  await clinic.signIn(other.email, PASSWORD)
})

test('an account that does not exist is limited in the same way, so that the limit tells nobody who does', async ({ api, clinic }) => {
  const [known, unknown] = [await guess(api, (await clinic.pasien()).email), await guess(api, `${mark()}@uji.test`)]
  expect(unknown.failures).toBe(known.failures)
})

test('failures through both doors count together', async ({ api, clinic }) => {
  const [{ email: one }, { email: both }] = [await clinic.pasien(), await clinic.pasien()]
  const { failures } = await guess(api, one)
  const browser = new NextAuthBrowser(api.url)
  for (let n = 0; n < failures; n++) expect((await browser.signIn(both, 'salah')).status).toBe(401)
  expectRefusal(await api.post('/auth/login', { email: both, password: PASSWORD }), 'rate_limited')
})

test('a burst of guesses at the same moment gets no more tries than one after the other', async ({ api, clinic }) => {
  const [{ email: one }, { email: other }] = [await clinic.pasien(), await clinic.pasien()]
  const { failures } = await guess(api, one)
  const burst = await Promise.all(
    Array.from({ length: failures * 2 }, (_, n) => api.post('/auth/login', { email: other, password: `serentak ${n}` })),
  )
  expect(burst.filter(({ status }) => status === 401).length).toBe(failures)
})

test('nobody escapes by claiming another address', async ({ api, clinic }) => {
  const { email } = await clinic.pasien()
  await guess(api, email)
  const claims: Record<string, string>[] = [
    { 'X-Forwarded-For': '203.0.113.9' },
    { 'X-Real-IP': '203.0.113.9' },
    { Forwarded: 'for=203.0.113.9' },
  ]
  for (const headers of claims) {
    expectRefusal(await api.post('/auth/login', { email, password: PASSWORD }, headers), 'rate_limited')
  }
})

test('signing in wipes the slate: a few mistakes a day never add up', async ({ api, clinic }) => {
  const { email } = await clinic.pasien()
  for (let day = 0; day < 6; day++) {
    for (let mistake = 0; mistake < 2; mistake++) await api.post('/auth/login', { email, password: 'keliru' })
    expectSuccess(await api.post('/auth/login', { email, password: PASSWORD }))
  }
})

/** Another address of this machine, whose limits are its own. */
const ELSEWHERE = '127.0.0.7'

/** Signs in from there. @returns the status */
function signInFrom(url: string, email: string, password: string): Promise<number> {
  return new Promise((done, fail) => {
    const options = { method: 'POST', localAddress: ELSEWHERE, headers: { 'Content-Type': 'application/json' } }
    const asked = request(`${url}/api/v1/auth/login`, options, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
    asked.once('error', fail)
    asked.end(JSON.stringify({ email, password }))
  })
}

test('where somebody has guessed a thousand times, those who sign in from there go on, and all others together a little', async ({
  url,
  clinic,
}) => {
  const known = await clinic.pasien()
  expect(await signInFrom(url, known.email, PASSWORD)).toBe(200)
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  const key = `masuk:alamat:${hashedKey(ELSEWHERE)}`
  await database.query(
    `INSERT INTO batas_laju (key, points, expire) VALUES ($1, 1001, $2) ON CONFLICT (key) DO UPDATE SET points = 1001, expire = EXCLUDED.expire`,
    [key, Date.now() + 600_000],
  )
  await database.end()
  const strangers: number[] = []
  for (let n = 0; n < 35; n++) strangers.push(await signInFrom(url, `${mark()}@uji.test`, 'tebakan lain'))
  expect(strangers.filter((status) => status === 401)).toHaveLength(30)
  expect(strangers.filter((status) => status === 429)).toHaveLength(5)
  expect(await signInFrom(url, known.email, PASSWORD)).toBe(200)
})
