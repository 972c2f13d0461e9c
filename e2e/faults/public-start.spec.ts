import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'

const DEMO = { email: 'admin@demo.id', password: 'demo-konsultasi' }
const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

test('who tried the demo clinic and then opens it to others has no account left whose password is public, and the admin they named', async () => {
  // Two whole starts.
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'sapa-'))
  try {
    const tried = await startApp({ DATA_DIR: folder })
    const token = await signInAt(tried.url, DEMO)
    await tried.stop()

    const settings = { NEXTAUTH_URL: 'https://klinik.test', ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password }
    const opened = await startApp({ DATA_DIR: folder, ...settings })
    try {
      const there = new Client(opened.url)
      for (const email of [DEMO.email, 'dokter@demo.id', 'ani@demo.id'])
        expect((await there.post('/auth/login', { ...DEMO, email })).status).toBe(401)
      expect((await there.bearing(token).get('/auth/me')).status).toBe(401)
      const admin = there.bearing(await signInAt(opened.url, ADMIN))
      expect((await admin.get('/admin/audit')).body.data.map(({ aksi }) => aksi)).toContain('pengguna.ditangguhkan')
      expect(readFileSync(opened.logFile, 'utf8')).not.toContain('Demo accounts')
    } finally {
      await opened.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('an installation that listens to others begins empty, with the admin that was named', async () => {
  const app = await startApp({ HOST: '0.0.0.0', ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password })
  try {
    const there = new Client(app.url)
    expect((await there.post('/auth/login', DEMO)).status).toBe(401)
    await signInAt(app.url, ADMIN)
  } finally {
    await app.stop()
  }
})

async function signInAt(url: string, who: typeof ADMIN): Promise<string> {
  const { status, body } = await new Client(url).post('/auth/login', who)
  expect(status).toBe(200)
  return body.data.token
}
