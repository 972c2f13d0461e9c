import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from '@/e2e/client'
import { demand, mark } from '@/e2e/clinic'
import { runCommand } from '@/e2e/command'
import { expect, test } from '@/e2e/fixtures'
import type { SessionView } from '@/lib/contract/pengguna'

/** The data folder of the system with realtime, which runs. */
const dataDir = () => dirname(process.env.SAPA_MAIL ?? '')

test('an operator makes an admin, and lets one in again who lost password and second factor; sessions of before end', async ({ url }) => {
  const email = `${mark()}@uji.test`
  const made = await runCommand('admin', ['make', email, 'Ibu', 'Kepala'], dataDir())
  expect(made, made.said).toMatchObject({ code: 0 })
  const signIn = (password: string) => new Client(url).post('/auth/login', { email, password })
  const first = demand<SessionView>(200, await signIn(passwordIn(made.said)))
  expect(first.pengguna).toMatchObject({ nama: 'Ibu Kepala', peran: 'admin' })
  const again = await runCommand('admin', ['make', email], dataDir())
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining('already') })

  const rescued = await runCommand('admin', ['rescue', email.toUpperCase()], dataDir())
  expect((await new Client(url).bearing(first.token).get('/auth/me')).status).toBe(401)
  expect((await signIn(passwordIn(made.said))).status).toBe(401)
  demand(200, await signIn(passwordIn(rescued.said)))
  expect(await runCommand('admin', ['rescue', 'bukan@uji.test'], dataDir())).toMatchObject({ code: 1 })
  expect(await runCommand('admin', ['make', email], dataDir(), { ADMIN_PASSWORD: 'password12' })).toMatchObject({ code: 1 })
})

test('an operator makes a new key for seals: the next dokumen has it, and those before still hold', async ({ api, clinic }) => {
  const k = await clinic.active()
  const lab = { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } }
  const before = await clinic.issue(k, lab)
  const rotated = await runCommand('segel', ['rotate'], dataDir())
  expect(rotated, rotated.said).toMatchObject({ code: 0 })
  const after = await clinic.issue(k, lab)
  expect(rotated.said).toContain(after.segel.kid)
  expect(after.segel.kid).not.toBe(before.segel.kid)
  const { keys } = JSON.parse((await api.get('/segel/jwks.json')).text) as { keys: { kid: string }[] }
  expect(keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining([before.segel.kid, after.segel.kid]))
  expect(await runCommand('segel', ['lain'], dataDir())).toMatchObject({ code: 1, said: expect.stringContaining('rotate') })
})

test('a letter shows whether letters arrive', async () => {
  expect(await runCommand('mail-test', ['saya@klinik.test'], dataDir())).toMatchObject({
    code: 0,
    said: expect.stringContaining('is a file'),
  })
  const refused = await runCommand('mail-test', ['saya@klinik.test'], dataDir(), { SMTP_URL: 'smtp://127.0.0.1:9' })
  expect(refused.code).toBe(1)
  expect(refused.said).toMatch(/did not take it/)
})

test('whoever looks while the database is away hears of everything else all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-uji-'))
  try {
    const away = { DATABASE_URL: 'postgresql://sapa@127.0.0.1:9/sapa', NEXTAUTH_SECRET: 'x'.repeat(48), REALTIME: 'off' }
    const { code, said } = await runCommand('check', [], folder, { ...away, SMTP_URL: 'smtp://127.0.0.1:9' })
    expect({ code, marks: [...said.matchAll(/^(ok|FAIL|-) +([a-z ]+): /gm)].map(([, mark, name]) => `${mark} ${name}`) }, said).toEqual({
      code: 1,
      marks: ['ok settings', 'FAIL database', '- audit log', '- files', 'FAIL mail', 'ok realtime'],
    })
    expect(said).toContain('cannot be reached at 127.0.0.1:9 (ECONNREFUSED)')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const passwordIn = (said: string) => said.match(/^Password: (\S+)$/m)?.[1] ?? ''
