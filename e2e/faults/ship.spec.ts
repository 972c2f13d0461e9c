import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic, demand } from '@/e2e/clinic'
import { runCommand } from '@/e2e/command'
import { expect, test } from '@/e2e/fixtures'
import { hangUp, listenAt } from '@/e2e/realtime'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'
import { startGateway } from '@/lib/realtime/gateway/gateway'

const REALTIME = { appId: 'klinik', key: 'kunci-umum', secret: 'rahasia-kanal' }
const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

test('what is shipped is small, runs without the sources it was made from, and writes nothing where it lies', async () => {
  // An own PostgreSQL, a copy and a whole start.
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'sapa-kapal-'))
  const [installed, data] = [join(folder, 'sapa'), join(folder, 'data')]
  const build = await runCommand('build', [installed], data, folderOfBuilds())
  expect(build.code, build.said).toBe(0)
  const before = filesOf(installed)
  const links = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isSymbolicLink())
  expect(
    links.map(({ parentPath, name }) => realpathSync(join(parentPath, name))).filter((to) => !to.startsWith(`${realpathSync(installed)}/`)),
  ).toEqual([])
  expect([...before.values()].reduce((sum, { size }) => sum + size, 0)).toBeLessThan(300_000_000)
  mkdirSync(data)
  const postgres = await startEmbeddedPostgres(data, loadSecrets(data))
  const gateway = await startGateway({ ...REALTIME, host: '127.0.0.1', port: 0 })
  try {
    const app = await startApp({ ...secretsIn(folder, postgres.url), ...realtimeAt(gateway.port), ADMIN_EMAIL: ADMIN.email }, installed)
    try {
      const k = await new Clinic(new Client(app.url), ADMIN).active()
      const config = demand(200, await k.pasien.api.get('/realtime/config'))
      expect(config).toMatchObject({ host: 'langsung.klinik.test', port: 443, tls: true })
      const { heard } = await listenAt(gateway.port, k.dokter)
      await new Clinic(new Client(app.url), ADMIN).send(k.pasien, k, 'Selamat pagi, Dok')
      await expect.poll(() => heard.map(([event]) => event)).toContain('MessageSent')
      const page = await fetch(`${app.url}/masuk`)
      const [style] = /\/_next\/static\/[^"]+\.css/.exec(await page.text()) ?? []
      expect((await fetch(app.url + style)).status).toBe(200)
    } finally {
      await app.stop()
    }
  } finally {
    hangUp()
    await gateway.close()
    await postgres.stop()
  }
  expect(filesOf(installed)).toEqual(before)
  rmSync(folder, { recursive: true, force: true })
})

/** As an orchestrator hands them over. */
function secretsIn(folder: string, databaseUrl: string): Record<string, string> {
  const secrets = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: 'x'.repeat(48),
    ADMIN_PASSWORD: ADMIN.password,
    PUSHER_SECRET: REALTIME.secret,
  }
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => {
      writeFileSync(join(folder, name), `${value}\n`)
      return [`${name}_FILE`, join(folder, name)]
    }),
  )
}

/** A server that browsers find at an address of the clinic's, and the application at one inside the house. */
const realtimeAt = (port: number) => ({
  PUSHER_APP_ID: REALTIME.appId,
  PUSHER_KEY: REALTIME.key,
  PUSHER_HOST: 'langsung.klinik.test',
  PUSHER_INTERNAL_URL: `http://127.0.0.1:${port}`,
})

test('nothing is shipped into a folder that has something in it, nor into the sources', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-kapal-'))
  writeFileSync(join(folder, 'surat'), 'penting')
  const full = await runCommand('build', [folder], folder, folderOfBuilds())
  expect(full).toEqual({ code: 1, said: expect.stringContaining('is not empty') })
  expect(readdirSync(folder)).toEqual(['surat'])
  const inside = await runCommand('build', ['lib/kapal'], folder, folderOfBuilds())
  expect(inside).toEqual({ code: 1, said: expect.stringContaining('lies in the sources') })
  rmSync(folder, { recursive: true, force: true })
})

/** The build of this run is used, wherever it lies. */
const folderOfBuilds = () => ({ ...(process.env.NEXT_DIST_DIR && { NEXT_DIST_DIR: process.env.NEXT_DIST_DIR }) })

function filesOf(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => {
      const { size, mtimeMs } = statSync(join(parentPath, name))
      return [join(parentPath, name), { size, mtimeMs }] as const
    }),
  )
}
