import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client as Postgres } from 'pg'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { demand } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'

const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

/** As an operator would: a database that its role owns, behind https, with a first admin. */
const settings = (databaseUrl: string) => ({
  DATABASE_URL: databaseUrl,
  NEXTAUTH_SECRET: 'x'.repeat(48),
  NEXTAUTH_URL: 'https://klinik.test',
  ADMIN_EMAIL: 'Kepala@Klinik.test',
  ADMIN_PASSWORD: ADMIN.password,
})

test('two instances that start together over an empty database of the operator’s are one clinic with one first admin, behind https', async () => {
  // An own PostgreSQL and two whole starts.
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'sapa-'))
  const postgres = await startEmbeddedPostgres(folder, loadSecrets(folder))
  try {
    const apps = await Promise.all([startApp(settings(postgres.url)), startApp(settings(postgres.url))])
    try {
      const [one, two] = apps.map(({ url }) => new Client(url)) as [Client, Client]
      const { token } = demand(200, await one.post('/auth/login', ADMIN))
      demand(200, await two.bearing(token).get('/auth/me'))
      expect(await peopleIn(postgres.url)).toEqual([{ email: ADMIN.email, peran: 'admin' }])
      await expectHttps(one)
    } finally {
      await Promise.all(apps.map(({ stop }) => stop()))
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function peopleIn(databaseUrl: string): Promise<unknown[]> {
  const client = new Postgres({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query('SELECT email, peran FROM pengguna')
  await client.end()
  return rows
}

/** HSTS, and no cookie that could travel without https or belong to another host. */
async function expectHttps(client: Client): Promise<void> {
  const { headers } = await client.get('/api/auth/csrf')
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
  for (const cookie of headers.getSetCookie()) {
    expect(cookie).toMatch(/^__(Host|Secure)-/)
    expect(cookie).toMatch(/; Secure(;|$)/)
  }
}
