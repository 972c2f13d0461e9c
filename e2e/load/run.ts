import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { WebSocket } from 'ws'
import { type App, cpuOf, startApp } from '@/e2e/app'
import { descriptorsOf, memoryOf } from '@/e2e/proc'
import { HADIR_BEAT_MS } from '@/lib/domain/kabar'
import { catchUp, lookAtBadge, openSockets, type Place, placeOf, sayPresent, subscribe, write } from './page'
import { gather, type Reader } from './people'

/** So many pages, live and without realtime, for so long. */
interface Step {
  readonly live: number
  readonly polling: number
  readonly seconds: number
}

const STEPS: readonly Step[] = [
  { live: 500, polling: 200, seconds: 45 },
  { live: 1000, polling: 400, seconds: 45 },
  { live: 2000, polling: 800, seconds: 60 },
  { live: 3000, polling: 1200, seconds: 60 },
]

/** What most people would still call working: of all requests, and in milliseconds. */
const LIMITS = { failed: 0.00025, mean: 100, p99: 2000 }

/** Milliseconds between what an open page does (lib/client/api/polling.ts), and between the pesan of somebody who is in a conversation. */
const PACE = { write: 60_000, present: HADIR_BEAT_MS, pollingConversation: 2000, liveConversation: 30_000, liveBadge: 60_000 }

const USAGE = 'npm run load [-- --live N --polling N --seconds N]'

/**
 * `npm run load`: how many people the system carries on this machine, as a table. The model is open: what is due is begun when it is due, however slow the answers to others
 * are, and an answer's time counts from when it was due. Steps grow until one is beyond LIMITS; then the sockets of the last good one are cut at once and
 * come back. The driver is on the same machine and takes its share. `--seconds 1800` is a soak: what is held stands as it was at the beginning and at the end of a step.
 */
export async function main(args: string[]): Promise<void> {
  const steps = read(args)
  const app = await startApp({})
  const db = new Client({ connectionString: app.databaseUrl })
  try {
    await db.connect()
    const last = steps.at(-1) as Step
    const readers = await gather(db, last.live + last.polling)
    const place = await placeOf(app.port, readers[0] as Reader)
    const rows: string[][] = []
    let good: Step | null = null
    for (const step of steps) {
      const outcome = await carry(app, place, readers, step)
      rows.push(outcome.row)
      process.stderr.write(`${outcome.row.join('  ')}\n`)
      if (!outcome.isGood) break
      good = step
    }
    await untilCalm(app)
    const storm = good ? await reconnect(place, readers.slice(0, good.live)) : 'no step was within the limits'
    process.stdout.write(`${report(rows, storm)}\n`)
  } finally {
    await db.end()
    await app.stop()
  }
}

function read(args: readonly string[]): readonly Step[] {
  if (args.length === 0) return STEPS
  const given = { live: 500, polling: 200, seconds: 60 }
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace(/^--/, '') as keyof typeof given
    if (!(name in given) || !/^\d+$/.test(args[at + 1] ?? '')) throw new Error(USAGE)
    given[name] = Number(args[at + 1])
  }
  return [given]
}

/** What was asked, how it was answered, and how long after it was due. */
class Tally {
  readonly ms: number[] = []
  readonly statuses = new Map<number, number>()

  async time(due: number, act: () => Promise<number>): Promise<void> {
    const status = await act()
    this.ms.push(performance.now() - due)
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
  }

  /** No answer at all counts as the server's failure. */
  failed(): number {
    return [...this.statuses].reduce((sum, [status, count]) => sum + (status === 0 || status >= 500 ? count : 0), 0)
  }
}

async function carry(app: App, place: Place, all: readonly Reader[], step: Step) {
  const live = all.slice(0, step.live)
  const polling = all.slice(step.live, step.live + step.polling)
  let tally = new Tally()
  const sockets = await openSockets(place, live, (reader) => void tally.time(performance.now(), () => catchUp(place, reader)))
  const everybody = [...live, ...polling]
  const stops = [
    often(everybody, PACE.write, (reader, due) => tally.time(due, () => write(place, reader))),
    often(everybody, PACE.present, (reader, due) => tally.time(due, () => sayPresent(place, reader))),
    often(polling, PACE.pollingConversation, (reader, due) => tally.time(due, () => catchUp(place, reader, '&sertakan=kabar'))),
    often(live, PACE.liveConversation, (reader, due) => tally.time(due, () => catchUp(place, reader))),
    often(live, PACE.liveBadge, (reader, due) => tally.time(due, () => lookAtBadge(place, reader))),
  ]
  // Everybody's first answer is a whole one: that is not what is measured.
  await delay(15_000)
  tally = new Tally()
  const before = { cpu: cpuOf(app.webPid), at: performance.now(), held: heldBy(app) }
  await delay(step.seconds * 1000)
  const busy = (cpuOf(app.webPid) - before.cpu) / (performance.now() - before.at)
  const held = heldBy(app).map((now, n) => `${before.held[n]} → ${now}`)
  for (const stop of stops) stop()
  for (const socket of sockets) socket.terminate()
  const measured = tally
  const sorted = measured.ms.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  const mean = sorted.reduce((sum, ms) => sum + ms, 0) / Math.max(1, sorted.length)
  const failed = measured.failed() / Math.max(1, sorted.length)
  const isGood = failed <= LIMITS.failed && mean <= LIMITS.mean && at(0.99) <= LIMITS.p99
  const refused = [...measured.statuses].filter(([status]) => status >= 400 && status < 500).map(([status, count]) => `${count}×${status}`)
  const ms = [mean, at(0.5), at(0.99)].map((value) => value.toFixed(0))
  const counts = [step.live, step.polling, sorted.length, (sorted.length / step.seconds).toFixed(0)].map(String)
  return { isGood, row: [...counts, `${(failed * 100).toFixed(3)} %`, refused.join(' ') || '-', ...ms, busy.toFixed(2), ...held] }
}

/** What could grow: megabytes of the web server and of the process with the gateway, and what the two hold open. */
function heldBy({ webPid, supervisorPid }: App): number[] {
  const pids = [webPid, supervisorPid]
  const files = pids.reduce((sum, pid) => sum + descriptorsOf(pid), 0)
  return [...pids.map((pid) => Math.round(memoryOf(pid) / 1e6)), files]
}

/** What a step beyond the limits left waiting is not part of what comes after it. @throws Error after two minutes */
async function untilCalm({ url }: App): Promise<void> {
  const signal = AbortSignal.timeout(120_000)
  for (let quick = 0; quick < 5; ) {
    const asked = performance.now()
    const { ok } = await fetch(`${url}/api/ready`, { signal })
    quick = ok && performance.now() - asked < LIMITS.mean ? quick + 1 : 0
    await delay(500, undefined, { signal })
  }
}

/** At random moments, on the average each of them once in `every` milliseconds, until the returned function is called. */
function often(readers: readonly Reader[], every: number, act: (reader: Reader, due: number) => Promise<void>): () => void {
  if (readers.length === 0) return () => undefined
  const gap = () => (-Math.log(1 - Math.random()) * every) / readers.length
  let due = performance.now() + gap()
  const timer = setInterval(() => {
    for (; due <= performance.now(); due += gap()) {
      const reader = readers[Math.floor(Math.random() * readers.length)]
      if (reader) void act(reader, due)
    }
  }, 5)
  return () => clearInterval(timer)
}

/** All come back at once, each again until it is subscribed, as pages do. */
async function reconnect(place: Place, readers: readonly Reader[]): Promise<string> {
  const sockets = await openSockets(place, readers, () => undefined)
  for (const socket of sockets) socket.terminate()
  const began = performance.now()
  let refused = 0
  const back = async (reader: Reader): Promise<WebSocket> => {
    for (let pause = 500; ; pause = Math.min(pause * 2, 8000)) {
      await delay(Math.random() * pause)
      const socket = await subscribe(place, reader, () => undefined).catch(() => null)
      if (socket) return socket
      refused += 1
    }
  }
  const again = await Promise.all(readers.map(back))
  const seconds = (performance.now() - began) / 1000
  for (const socket of again) socket.terminate()
  return `${readers.length} sockets cut at once are subscribed again after ${seconds.toFixed(1)} s, with ${refused} attempts that were refused`
}

function report(rows: readonly (readonly string[])[], storm: string): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const head = [
    'live',
    'polling',
    'requests',
    'a second',
    'failed',
    'refused',
    'mean ms',
    'median',
    '99 %',
    'cores of the web server',
    'its MB',
    'MB of the gateway',
    'files and sockets',
  ]
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const lines = [head, ...rows].map((row) => row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '))
  const limits = `within the limits: at most ${LIMITS.failed * 100} % failed, mean ${LIMITS.mean} ms, 99 % within ${LIMITS.p99} ms`
  return [
    `${commit}, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}`,
    '',
    ...lines,
    '',
    limits,
    storm,
  ].join('\n')
}
