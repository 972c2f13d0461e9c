import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startApp } from '@/e2e/app'
import { openFront } from '@/e2e/front'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'
import { demandApart, guessedUntilRefused, readUpToNow, recurs, standing, timeAt, timeOfDatabase } from './clock-checks'
import { sow } from './defects'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { type Blows, underLoad } from './under-load'

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

const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

/** An embedded PostgreSQL of its own, what instances over it share, and clocks beside it. */
async function openDatabase(folder: string, environment: Readonly<Record<string, string>> = {}) {
  const postgres = await startEmbeddedPostgres(folder, loadSecrets(folder), environment)
  const settings = { DATABASE_URL: postgres.url, NEXTAUTH_SECRET: 'x'.repeat(48), REALTIME: 'off' }
  return { postgres, settings: { ...settings, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password } }
}

/** The clock of all processes but the database's, an hour forward and back and another back, while people write. */
export async function clockJumps({ isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const folder = mkdtempSync('/var/tmp/sapa-jam-')
  const clock = openClock(folder, 'jam')
  const app = await startApp({ ...clock.settings, REALTIME: 'off', RATE_LIMIT: 'off' })
  try {
    let seen = ''
    const outcome = await underLoad(app.url, {}, async (blows) => {
      const jump = (at: number) => [
        { tell: () => timeAt(app.url), set: at },
        { tell: () => timeOfDatabase(app.databaseUrl), set: 0 },
      ]
      seen = await jumpAround(blows, { clock, jump, say, sow: isSown && (() => sow('clock-jumps', app.databaseUrl, blows.person)) })
      seen += `; ${await recurs(blows.person, app.databaseUrl)}`
    })
    return { ...outcome, seen }
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same with the clock of the database, and no other. */
export async function databaseClock({ isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const folder = mkdtempSync('/var/tmp/sapa-jam-')
  const clock = openClock(folder, 'jam')
  const { postgres, settings } = await openDatabase(folder, clock.settings)
  const app = await startApp({ ...settings, RATE_LIMIT: 'off' })
  try {
    let seen = ''
    const outcome = await underLoad(app.url, { admin: ADMIN }, async (blows) => {
      const jump = (at: number) => [
        { tell: () => timeAt(app.url), set: 0 },
        { tell: () => timeOfDatabase(postgres.url), set: at },
      ]
      seen = await jumpAround(blows, { clock, jump, say, sow: isSown && (() => sow('database-clock', postgres.url, blows.person)) })
      seen += `; ${await recurs(blows.person, postgres.url)}`
    })
    return { ...outcome, seen }
  } finally {
    await app.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Jumping {
  readonly clock: { readonly set: (seconds: number) => void }
  /** What the clocks are to say when it is set so. */
  readonly jump: (at: number) => Parameters<typeof demandApart>[0]
  readonly say: (text: string) => void
  readonly sow: (() => Promise<void>) | false
}

async function jumpAround({ strike, person, epoch }: Blows, { clock, jump, say, sow: sowNow }: Jumping): Promise<string> {
  const seen: string[] = []
  const before = await epoch()
  for (const at of [HOUR, 0, -HOUR]) {
    const marked = await readUpToNow(person)
    await strike(() => clock.set(at))
    if (sowNow) await sowNow()
    seen.push(`${await demandApart(jump(at))}: ${await standing(person, marked, (await epoch()) === before)}`)
    say(seen.at(-1) ?? '')
  }
  return seen.join('; ')
}

/** Seconds by which the second instance is behind. */
const SKEW = -300

/** Two instances whose clocks are five minutes apart, one of them right, as is the database's. Each connection goes to the next of them. */
export async function clockSkew({ isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const folder = mkdtempSync('/var/tmp/sapa-jam-')
  const { postgres, settings: shared } = await openDatabase(folder)
  const clocks = [0, SKEW].map((seconds) => {
    const clock = openClock(folder, `jam ${seconds}`)
    clock.set(isSown ? 0 : seconds)
    return clock
  })
  const apps = await Promise.all(clocks.map(({ settings }) => startApp({ ...shared, ...settings })))
  const front = await openFront(...apps.map(({ port }) => port))
  try {
    let seen = ''
    const outcome = await underLoad(front.url, { admin: ADMIN }, async ({ strike, person, epoch }) => {
      const before = await epoch()
      const marked = await readUpToNow(person)
      for (let n = 0; n < 20; n++) await strike(() => undefined)
      const found = await demandApart(apps.map(({ url }, n) => ({ tell: () => timeAt(url), set: n === 0 ? 0 : SKEW })))
      seen = `${found}; ${await standing(person, marked, (await epoch()) === before)}; ${await guessedUntilRefused(front.url, person)}; ${await recurs(person, postgres.url)}`
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
