import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postmasterOf, startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { openCounter } from '@/e2e/statements'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'
import { AILMENTS } from './ailments'
import { check, startLoad } from './load'

const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

/** Senders for each of the two people. */
const SENDERS = 4

test('what was acknowledged is there, once, after the database froze before a commit, only read, was deadlocked and locked under load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-uji-'))
  const journal = join(folder, 'jurnal')
  const postgres = await startEmbeddedPostgres(folder, loadSecrets(folder))
  const way = await openCounter(postgres.url)
  const settings = { DATABASE_URL: way.url, NEXTAUTH_SECRET: 'x'.repeat(48), REALTIME: 'off', RATE_LIMIT: 'off' }
  const app = await startApp({ ...settings, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password })
  let load: ReturnType<typeof startLoad> | undefined
  try {
    const k = await new Clinic(new Client(app.url), ADMIN).active()
    const driven = { id: k.id, tokens: [k.pasien.token, k.dokter.token].flatMap((token) => Array<string>(SENDERS).fill(token)) }
    load = startLoad(app.url, driven, journal)
    const { acknowledged, inFlight, stop } = load
    const grows = async (from: number) => expect.poll(acknowledged, { timeout: 30_000 }).toBeGreaterThan(from)
    await grows(50)
    const patient = {
      postmaster: postmasterOf({ dataDir: folder }),
      superuserUrl: postgres.superuserUrl('sapa'),
      way,
      writer: k.pasien.api,
      konsultasiId: k.id,
    }
    for (const [name, ail] of Object.entries(AILMENTS)) {
      await ail(patient)
      expect(inFlight(), `sends under way while it was ${name}`).toBeGreaterThan(0)
      await grows(acknowledged() + driven.tokens.length)
    }
    await stop()
    const verdict = await check(app.url, driven, journal)
    process.stdout.write(`\n${Object.keys(AILMENTS).join(', ')}: ${JSON.stringify(verdict)}\n`)
    expect(verdict).toMatchObject({ lost: 0, duplicated: 0, unexpected: 0, gaps: 0 })
  } finally {
    load?.kill()
    await app.stop()
    way.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
