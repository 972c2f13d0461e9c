import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Idle } from './idle-page'
import { PESAN_FOR_EACH } from './load-dokumen'
import type { Measured } from './measure'
import type { SendToSeen } from './send-to-seen'
import type { Uploads } from './uploads'

/** The same cases at one size of the database. */
export interface Stage {
  /** How large it was: so many pesan, or dokumen. */
  readonly pesan: number
  readonly measured: readonly Measured[]
}

const GROWTH_GOAL = 1.2
const LIVE_GOAL_MS = 100
const UPLOADS_GOAL_MB = 150
const RESEP_GOAL_MS = 150

/** What requests cost, at both sizes, as one table of text. It judges nothing: a goal stands beside its number. */
export function report(small: Stage, large: Stage, seen: SendToSeen, uploads: Uploads): string {
  return [
    machine(),
    '',
    ...tableOf(small, large, 'pesan'),
    '',
    'CPU of the web server and median latency in ms for each request; in brackets the smallest and largest round. A resep is drawn in a process of its own,',
    `whose CPU is not counted and whose time is in the latency (goal ${RESEP_GOAL_MS} ms). There is a dokumen for each ${PESAN_FOR_EACH} pesan.`,
    `growth: CPU × floor at ${count(large.pesan)} over that at ${count(small.pesan)}; goal ${GROWTH_GOAL}. goal: CPU × floor.`,
    '',
    `send to seen, live: ${seen.liveMs.toFixed(1)} ms (goal < ${LIVE_GOAL_MS}); by polling every 2 s: ${seen.pollingMs.toFixed(0)} ms`,
    tellOf(uploads),
  ].join('\n')
}

/** The two sizes beside each other. */
export function tableOf(small: Stage, large: Stage, what: 'pesan' | 'dokumen'): string[] {
  const head = [
    '',
    ...[small, large].flatMap(({ pesan }) => [`${count(pesan)} ${what}`, '× floor', 'latency', '× floor']),
    'growth',
    'goal',
  ]
  const rows = small.measured.map((before, i) => rowOf(before, large.measured[i] as Measured))
  return align([head, ...rows])
}

/** What an open page asks for while nothing happens, and what goes on without one. */
export const tellOfIdle = (idle: readonly Idle[]): string =>
  align([
    ['a quiet conversation, in a minute', 'requests', 'of them 304', 'kB', 'transactions', 'CPU ms'],
    ...idle.map(({ how, requests, unchanged, bytes, transactions, cpuMs }) => [
      how,
      ...[requests, unchanged].map(String),
      (bytes / 1000).toFixed(1),
      ...[transactions, cpuMs].map(String),
    ]),
  ]).join('\n')

/** What uploads need, as one line. */
export function tellOf({ count: photos, photoMb, idleMb, peakMb, serverPeakMb, seconds }: Uploads): string {
  const [more, server] = [peakMb - idleMb, serverPeakMb - idleMb].map((mb) => mb.toFixed(0))
  const what = `${photos} photos of ${photoMb.toFixed(1)} MB side by side, ${seconds.toFixed(1)} s`
  return `uploads: ${what}: ${more} MB over ${idleMb.toFixed(0)} MB when idle (goal ${UPLOADS_GOAL_MB}), ${server} MB of it in the web server`
}

function rowOf(before: Measured, after: Measured): string[] {
  const growth = (after.cpuTimes / before.cpuTimes).toFixed(2)
  return [before.name, ...cellsOf(before), ...cellsOf(after), growth, before.goal?.toFixed(1) ?? '']
}

const cellsOf = ({ cpuMs, cpuTimes, spread, latencyMs, latencyTimes }: Measured): string[] => [
  cpuMs.toFixed(2),
  `${cpuTimes.toFixed(2)} (${spread.map((value) => value.toFixed(1)).join('–')})`,
  latencyMs.toFixed(1),
  latencyTimes.toFixed(2),
]

export function align(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '))
}

/** What it was measured on. */
export function machine(): string {
  const [cpu] = cpus()
  const load = loadavg().map((value) => value.toFixed(1))
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, ${memory}; load ${load.join(' ')}; Node ${process.versions.node}; commit ${commit()}`
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ', with changes' : '')
  } catch {
    return 'unknown'
  }
}

const count = (n: number) => n.toLocaleString('en')
