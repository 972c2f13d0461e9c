import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client as Database } from 'pg'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic, type Konsultasi } from '@/e2e/clinic'
import { runCommand } from '@/e2e/command'
import { expect, test } from '@/e2e/fixtures'
import { openFront } from '@/e2e/front'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'
import { check, startLoad } from './load'

const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

/** What the new version brings: a change of each of the tables that are written at this moment, and an index over one of them. */
const MIGRATIONS = {
  '29990101000000_uji_pesan': `ALTER TABLE chat_messages ADD COLUMN uji text;`,
  '29990101000001_uji_konsultasi': `ALTER TABLE konsultasi ADD COLUMN uji int NOT NULL DEFAULT 0;`,
  '29990101000002_uji_indeks': `-- without a transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS uji_indeks ON chat_messages (dibuat_pada);`,
}

test('a new version with migrations takes over from the one before under load, and no request fails', async () => {
  // An own PostgreSQL, a copy and two whole starts.
  test.setTimeout(400_000)
  const folder = mkdtempSync(join(tmpdir(), 'sapa-naik-'))
  const [installed, data, journal] = ['sapa', 'data', 'jurnal'].map((name) => join(folder, name)) as [string, string, string]
  await install(installed, data)
  const postgres = await startEmbeddedPostgres(data, loadSecrets(data))
  const settings = {
    DATABASE_URL: postgres.url,
    NEXTAUTH_SECRET: 'x'.repeat(48),
    REALTIME: 'off',
    RATE_LIMIT: 'off',
    TRUSTED_PROXY: '127.0.0.1',
  }
  const old = await startApp({ ...settings, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password })
  const front = await openFront(old.port)
  const running = [old]
  let load: ReturnType<typeof startLoad> | undefined
  try {
    const k = await new Clinic(new Client(old.url), ADMIN).active()
    const driven = { id: k.id, tokens: [k.pasien.token, k.pasien.token, k.dokter.token, k.dokter.token] }
    load = startLoad(front.url, driven, journal)
    const readers = startReaders(front.url, k)
    const { acknowledged, failed } = load
    const grows = async () => {
      const before = acknowledged()
      await expect.poll(acknowledged).toBeGreaterThan(before + 10 * driven.tokens.length)
    }
    await grows()
    const before = acknowledged()
    const young = await startApp(settings, installed)
    running.push(young)
    expect(acknowledged(), 'pesan that the version before took meanwhile').toBeGreaterThan(before)
    expect(await appliedIn(postgres.url)).toEqual(Object.keys(MIGRATIONS))
    front.leadTo(old.port, young.port)
    await grows()
    front.leadTo(young.port)
    await old.stop()
    await grows()
    await load.stop()
    const { refused, count } = await readers.stop()
    const verdict = await check(young.url, driven, journal)
    process.stdout.write(`\nan upgrade under load: ${JSON.stringify({ ...verdict, failed: failed(), read: count, refused })}\n`)
    expect(verdict).toMatchObject({ lost: 0, duplicated: 0, unexpected: 0, gaps: 0 })
    expect({ failed: failed(), refused }).toEqual({ failed: 0, refused: [] })
    expect(count).toBeGreaterThan(50)
  } finally {
    load?.kill()
    front.close()
    for (const { stop } of running) await stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** This version as it is shipped, with migrations that it does not have. */
async function install(folder: string, data: string): Promise<void> {
  mkdirSync(data)
  const { NEXT_DIST_DIR } = process.env
  const { code, said } = await runCommand('build', [folder], data, { ...(NEXT_DIST_DIR && { NEXT_DIST_DIR }) })
  expect(code, said).toBe(0)
  for (const [name, sql] of Object.entries(MIGRATIONS)) {
    mkdirSync(join(folder, 'prisma/migrations', name))
    writeFileSync(join(folder, 'prisma/migrations', name, 'migration.sql'), sql)
  }
}

async function appliedIn(connectionString: string): Promise<string[]> {
  const client = new Database({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE migration_name LIKE '2999%' AND finished_at IS NOT NULL ORDER BY 1",
  )
  await client.end()
  return rows.map(({ name }) => name)
}

/** Pages and calls that only read, one after the other, without end. */
function startReaders(url: string, { id, pasien, dokter }: Konsultasi) {
  const refused: string[] = []
  let count = 0
  let isEnding = false
  const readOn = async (path: string, token: string) => {
    while (!isEnding) {
      const answer = await ask(url + path, token).catch((error: Error) => `${error.message}: ${error.cause}`)
      count += 1
      if (answer !== 200) refused.push(`${path.replace(id, '{id}')}: ${answer}`)
    }
  }
  const reading = [
    readOn(`/api/v1/pesan/${id}?since=0`, pasien.token),
    readOn('/api/v1/konsultasi', dokter.token),
    readOn('/masuk', pasien.token),
  ]
  return {
    stop: async () => {
      isEnding = true
      await Promise.all(reading)
      return { refused, count }
    },
  }
}

async function ask(url: string, token: string): Promise<number> {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
  await response.arrayBuffer()
  return response.status
}
