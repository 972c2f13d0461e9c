import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { expect } from '@playwright/test'
import { clockJumps, clockSkew } from './clocks'
import { deadServices } from './dead-services'
import { disks } from './disks'
import { failover } from './failover'
import { frozen } from './frozen'
import { kills } from './kills'
import { lostAnswers } from './lost-answers'
import { realtime } from './realtime'
import { s3 } from './s3'
import { twins } from './twins'

/** What became of one kind of fault. */
export interface Outcome {
  readonly faults: number
  readonly sent: number
  readonly acknowledged: number
  readonly lost: number
  readonly duplicated: number
  readonly unexpected: number
  readonly gaps: number
  /** From the blow to the next acknowledgement, in milliseconds, of each fault. */
  readonly recovery: readonly number[]
  /** What else was seen, and is as it should be. */
  readonly seen?: string
}

export interface Plan {
  readonly kills: number
  /** Also how often PostgreSQL is frozen. */
  readonly failovers: number
  /** Acknowledged pesan under the kills, at least. */
  readonly pesan: number
}

const SCENARIOS: Readonly<Record<string, (plan: Plan, say: (text: string) => void) => Promise<Outcome>>> = {
  kills,
  failover,
  'lost-answers': lostAnswers,
  twins,
  frozen,
  disks,
  s3,
  realtime,
  'dead-services': deadServices,
  'clock-jumps': clockJumps,
  'clock-skew': clockSkew,
}

const FULL: Plan = { kills: 300, failovers: 10, pesan: 100_000 }
const QUICK: Plan = { kills: 9, failovers: 2, pesan: 1000 }

const USAGE = `npm run faults [-- --quick] [--kills N] [--failovers N] [--pesan N] [--only ${Object.keys(SCENARIOS).join(',')}]`

/**
 * `npm run faults`: what becomes of acknowledged pesan under faults, as a table. Driver and checker are programs of their own that know HTTP
 * alone. Ends with 1 when anything was lost, doubled, invented or left out.
 */
export async function main(args: string[]): Promise<void> {
  const { plan, names } = read(args)
  const rows: (readonly [string, Outcome])[] = []
  for (const name of names) {
    const scenario = SCENARIOS[name]
    if (!scenario) throw new Error(`There is no ${name}.\n${USAGE}`)
    const say = (text: string) => void process.stderr.write(`${name}: ${text}\n`)
    rows.push([name, await scenario(plan, say)])
  }
  process.stdout.write(tableOf(rows))
  for (const [name, { lost, duplicated, unexpected, gaps }] of rows)
    expect({ lost, duplicated, unexpected, gaps }, name).toEqual({ lost: 0, duplicated: 0, unexpected: 0, gaps: 0 })
}

function read(args: readonly string[]): { plan: Plan; names: readonly string[] } {
  const plan = { ...(args.includes('--quick') ? QUICK : FULL) }
  let names: readonly string[] = Object.keys(SCENARIOS)
  for (let at = 0; at < args.length; at++) {
    const name = args[at]?.replace(/^--/, '') ?? ''
    if (name === 'quick') continue
    const value = args[++at] ?? ''
    if (name === 'only') names = value.split(',')
    else if ((name === 'kills' || name === 'failovers' || name === 'pesan') && /^\d+$/.test(value)) plan[name] = Number(value)
    else throw new Error(USAGE)
  }
  return { plan, names }
}

function tableOf(rows: readonly (readonly [string, Outcome])[]): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const cells = rows.map(([name, one]) => {
    const { faults, sent, acknowledged, lost, duplicated, unexpected, gaps, seen = '' } = one
    const sorted = one.recovery.toSorted((a, b) => a - b)
    const at = (share: number) => (sorted.length ? `${Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)}` : '-')
    return [name, faults, sent, acknowledged, lost, duplicated, unexpected, gaps, at(0.5), at(1), seen]
  })
  const head = [
    'fault',
    'faults',
    'sent',
    'acknowledged',
    'lost',
    'doubled',
    'invented',
    'gaps',
    'back after, ms, median',
    'longest',
    'seen',
  ]
  const lines = [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`)
  return `${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node.js ${process.versions.node}\n${lines.join('\n')}\n`
}
