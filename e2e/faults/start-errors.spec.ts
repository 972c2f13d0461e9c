import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@/e2e/fixtures'

/** What `npm start` says and how it ends with these variables and nothing else that decides about it. */
async function start(settings: Record<string, string>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'sapa-'))
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, NODE_ENV: 'production', DATA_DIR: dataDir, ...settings } as const
  const child = spawn(process.execPath, ['lib/cli/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = await once(child, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
  return { code, said: said.trim() }
}

const SECRET = 'x'.repeat(48)
const REFUSED = 'postgresql://sapa:sandi-basis-data@127.0.0.1:1/sapa'

const cases: Record<string, readonly [Record<string, string>, RegExp]> = {
  'a port that is none': [{ PORT: 'tiga ribu' }, /PORT/],
  'a database that does not answer': [{ PORT: '39571', DATABASE_URL: REFUSED, NEXTAUTH_SECRET: SECRET }, /database/i],
  'an address that is no database': [{ DATABASE_URL: 'mysql://sandi-basis-data@127.0.0.1/x', NEXTAUTH_SECRET: SECRET }, /DATABASE_URL/],
  'a missing secret beside a real database': [{ DATABASE_URL: REFUSED }, /NEXTAUTH_SECRET/],
  'a weak secret': [{ NEXTAUTH_SECRET: 'sandi-basis-data' }, /NEXTAUTH_SECRET/],
  'a first admin whose password is guessed first': [{ ADMIN_EMAIL: 'kepala@klinik.test', ADMIN_PASSWORD: 'password12' }, /ADMIN_PASSWORD/],
  'half of the settings of Pusher': [{ PUSHER_KEY: 'sandi-basis-data' }, /PUSHER_/],
  'half of the settings of S3': [{ S3_BUCKET: 'klinik', S3_SECRET_ACCESS_KEY: 'sandi-basis-data' }, /S3_ACCESS_KEY_ID/],
  'a bucket without a place': [{ S3_BUCKET: 'klinik', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 'sandi-basis-data' }, /S3_REGION/],
}

for (const [name, [settings, told]] of Object.entries(cases))
  test(`${name} ends the start with one clear message`, async () => {
    const { code, said } = await start(settings)
    expect(code, said).toBeGreaterThan(0)
    expect(said).toMatch(told)
    expect(said).not.toMatch(/^\s+at /m)
    expect(said).not.toContain('sandi-basis-data')
    expect(said.split('\n').length).toBeLessThanOrEqual(3)
  })

test('a taken port ends the start with one clear message, and leaves the one who has it alone', async ({ url, api }) => {
  const { code, said } = await start({ PORT: new URL(url).port })
  expect(code, said).toBeGreaterThan(0)
  expect(said).toContain(new URL(url).port)
  expect(said).not.toMatch(/^\s+at /m)
  expect((await api.get('/api/live')).status).toBe(200)
})
