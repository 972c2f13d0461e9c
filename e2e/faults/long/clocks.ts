import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client as Database } from 'pg'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { demand, type Konsultasi } from '@/e2e/clinic'
import { openFront } from '@/e2e/front'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'
import { uuidOf } from '@/lib/domain/id'
import type { Outcome } from './run'
import { underLoad } from './under-load'

const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'
const HOUR = 3600

/** The clock of a process and its children, set by a file; what measures spans of time goes on undisturbed, as when a machine's clock is set. */
function openClock(folder: string, name: string) {
  if (!existsSync(LIBRARY)) throw new Error('clocks needs Debian’s package libfaketime.')
  // The database's own account reads it too.
  chmodSync(folder, 0o755)
  const file = join(folder, name)
  const set = (seconds: number) => writeFileSync(file, `${seconds < 0 ? '' : '+'}${seconds}\n`, { mode: 0o644 })
  set(0)
  return {
    set,
    settings: {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_RESET: '1',
    },
  }
}

/** The clock of all processes but the database's, an hour forward and back and another back, while people write. */
export async function clockJumps(_: unknown, say: (text: string) => void): Promise<Outcome> {
  const folder = mkdtempSync('/var/tmp/sapa-jam-')
  const clock = openClock(folder, 'jam')
  const app = await startApp({ ...clock.settings, REALTIME: 'off', RATE_LIMIT: 'off' })
  try {
    const seen: string[] = []
    const outcome = await underLoad(app.url, {}, async ({ strike, person, epoch }) => {
      const before = await epoch()
      for (const at of [HOUR, 0, -HOUR]) {
        const marked = await readUpToNow(person)
        await strike(() => clock.set(at))
        seen.push(`clocks ${await apart(person, app.databaseUrl)} apart: ${await standing(person, marked, (await epoch()) === before)}`)
        say(seen.at(-1) ?? '')
      }
      seen.push(await recurs(person, app.databaseUrl))
    })
    return { ...outcome, seen: seen.join('; ') }
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two instances whose clocks are five minutes apart, one of them right, as is the database's. Each connection goes to the next of them. */
export async function clockSkew(_: unknown, say: (text: string) => void): Promise<Outcome> {
  const folder = mkdtempSync('/var/tmp/sapa-jam-')
  const admin = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }
  const postgres = await startEmbeddedPostgres(folder, loadSecrets(folder))
  const shared = {
    DATABASE_URL: postgres.url,
    NEXTAUTH_SECRET: 'x'.repeat(48),
    REALTIME: 'off',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  }
  const clocks = [0, -300].map((seconds) => {
    const clock = openClock(folder, `jam ${seconds}`)
    clock.set(seconds)
    return clock
  })
  const apps = await Promise.all(clocks.map(({ settings }) => startApp({ ...shared, ...settings })))
  const front = await openFront(...apps.map(({ port }) => port))
  try {
    let seen = ''
    const outcome = await underLoad(front.url, { admin }, async ({ strike, person, epoch }) => {
      const before = await epoch()
      const marked = await readUpToNow(person)
      for (let n = 0; n < 20; n++) await strike(() => undefined)
      seen = `${await standing(person, marked, (await epoch()) === before)}; ${await guessedUntilRefused(front.url, person)}; ${await recurs(person, postgres.url)}`
      say(seen)
    })
    return { ...outcome, seen }
  } finally {
    front.close()
    await Promise.all(apps.map(({ stop }) => stop()))
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How far the web server's and the database's clocks are from this machine's, in seconds. */
async function apart({ dokter }: Konsultasi, databaseUrl: string): Promise<string> {
  const { headers } = await dokter.api.get('/auth/me')
  const db = new Database({ connectionString: databaseUrl })
  await db.connect()
  const { rows } = await db.query<{ now: Date }>('SELECT now()')
  await db.end()
  const times = [Date.parse(headers.get('date') ?? ''), rows[0]?.now.getTime() ?? 0]
  return times.map((time) => `${Math.round((time - Date.now()) / 1000)} s`).join(' and ')
}

/** Marks as read what there is. @returns the last of it */
async function readUpToNow({ id, dokter }: Konsultasi): Promise<number> {
  const [last] = demand(200, await dokter.api.get(`/pesan/${id}?per_page=1`))
  demand(200, await dokter.api.put(`/pesan/${id}/mark-all-read`, { sampai: last?.urutan }))
  return last?.urutan ?? 0
}

/** What must stand however clocks go. @throws when it does not */
async function standing({ id, pasien, dokter }: Konsultasi, marked: number, isSameEpoch: boolean): Promise<string> {
  for (const person of [pasien, dokter]) demand(200, await person.api.get('/auth/me'))
  if (!isSameEpoch) throw new Error('another epoch')
  const read = demand(200, await dokter.api.get(`/pesan/${id}?before=${marked + 1}&per_page=50`))
  const unread = read.filter(({ pengirim, dibaca_pada }) => pengirim.id === pasien.id && dibaca_pada === null)
  if (unread.length > 0) throw new Error(`${unread.length} read marks have gone`)
  await dokter.api.put(`/konsultasi/${id}/mengetik`)
  return 'sessions, epoch and read marks stand'
}

/** Until a wrong password is refused as one too many, over both instances. */
async function guessedUntilRefused(url: string, { dokter }: Konsultasi): Promise<string> {
  for (let guesses = 1; guesses <= 60; guesses++) {
    const answer = await new Client(url).post('/auth/login', { email: dokter.email, password: `salah-sekali-${randomUUID()}` })
    if (answer.status === 429) return `guessing ends after ${guesses - 1}`
  }
  throw new Error('Guessing goes on for ever.')
}

/** Longer than between two looks for what is due, in milliseconds. */
const RUNG_MS = 130_000

/** What recurs still does: a reminder of which only the database knows, as if its job had been lost, rings. */
async function recurs({ id, dokter }: Konsultasi, databaseUrl: string): Promise<string> {
  const tomorrow = new Date(Date.now() + 24 * HOUR * 1000).toISOString()
  demand(200, await dokter.api.put(`/konsultasi/${id}/penanda`, { ingatkan_pada: tomorrow }))
  const db = new Database({ connectionString: databaseUrl })
  await db.connect()
  try {
    await db.query('UPDATE penanda SET ingatkan_pada = now() WHERE konsultasi_id = $1', [uuidOf('konsultasi', id)])
    const started = performance.now()
    while (performance.now() - started < RUNG_MS) {
      const { rows } = await db.query('SELECT 1 FROM penanda WHERE konsultasi_id = $1 AND berdering_pada IS NOT NULL', [
        uuidOf('konsultasi', id),
      ])
      if (rows.length > 0) return `a lost reminder rang after ${Math.round((performance.now() - started) / 1000)} s`
      await delay(500)
    }
  } finally {
    await db.end()
  }
  throw new Error('A reminder did not ring.')
}
