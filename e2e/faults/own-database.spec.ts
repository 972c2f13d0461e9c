import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client as Postgres } from 'pg'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { demand } from '@/e2e/clinic'
import { runCommand } from '@/e2e/command'
import { expect, test } from '@/e2e/fixtures'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { areLettersHeld } from '@/lib/cli/restored'
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
    await expectLookBefore(settings(postgres.url), folder)
    // As over a database that was brought back by its own tools, where patients must not hear of it.
    const held = join(folder, 'ditahan')
    expect(await runCommand('restore', ['hold'], held)).toMatchObject({ code: 0, said: expect.stringContaining('stay here') })
    const apps = await Promise.all([startApp({ ...settings(postgres.url), DATA_DIR: held }), startApp(settings(postgres.url))])
    try {
      expect(apps.map(({ logFile }) => readFileSync(logFile, 'utf8').includes('letters and pushes are held'))).toEqual([true, false])
      expect(await runCommand('restore', ['letters'], held)).toMatchObject({ code: 0 })
      expect(areLettersHeld(held)).toBe(false)
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

/** What an operator asks before the first start, when nothing is there yet but what Sapa needs. */
async function expectLookBefore(given: Readonly<Record<string, string>>, folder: string): Promise<void> {
  const data = join(folder, 'data')
  mkdirSync(data)
  const well = await runCommand('check', [], data, given)
  expect(well, well.said).toMatchObject({ code: 0, said: expect.stringMatching(/^ok +database: answers, and is empty/m) })
  const s3 = { S3_BUCKET: 'klinik', S3_ACCESS_KEY_ID: 'kunci', S3_SECRET_ACCESS_KEY: 'rahasia', S3_ENDPOINT: 'http://127.0.0.1:1' }
  const ill = await runCommand('check', [], data, { ...given, ...s3 })
  expect(ill, ill.said).toMatchObject({ code: 1, said: expect.stringMatching(/^FAIL +files: .*ECONNREFUSED/m) })
}

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
