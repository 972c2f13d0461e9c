import { execFileSync } from 'node:child_process'
import { clockJumps, clockSkew, databaseClock } from './clocks'
import { deadServices } from './dead-services'
import { DEFECTS, type Name, NotSown } from './defects'
import { disks } from './disks'
import { failover } from './failover'
import { frozen } from './frozen'
import { kills } from './kills'
import { lostAnswers } from './lost-answers'
import { type Outcome, openKept, type Row, tableOf, together } from './outcome'
import { realtime } from './realtime'
import { s3 } from './s3'
import { slowClients } from './slow-clients'
import { twins } from './twins'

export interface Plan {
  readonly kills: number
  /** Also how often PostgreSQL is frozen. */
  readonly failovers: number
  /** Acknowledged pesan under the kills, at least. */
  readonly pesan: number
  /** Whether the row's defect is sown, which it has to see. */
  readonly isSown: boolean
}

const SCENARIOS: Readonly<Record<Name, (plan: Plan, say: (text: string) => void) => Promise<Outcome>>> = {
  kills,
  failover,
  'lost-answers': lostAnswers,
  twins,
  frozen,
  disks,
  s3,
  realtime,
  'dead-services': deadServices,
  'slow-clients': slowClients,
  'clock-jumps': clockJumps,
  'database-clock': databaseClock,
  'clock-skew': clockSkew,
}
const NAMES = Object.keys(SCENARIOS) as Name[]

const FULL: Plan = { kills: 300, failovers: 10, pesan: 100_000, isSown: false }
const QUICK: Plan = { kills: 9, failovers: 2, pesan: 1000, isSown: false }
const SOWN: Plan = { kills: 1, failovers: 1, pesan: 100, isSown: true }

/** Faults of a part: so much is lost when a run is broken off. */
const PART: Readonly<Partial<Record<Name, number>>> = { kills: 30, failover: 5, frozen: 5 }

const USAGE = `npm run faults [-- OPTIONS]

  --only NAME,NAME   of ${NAMES.join(', ')}
  --quick            a few faults of each
  --kills N          ${FULL.kills} unless given, in parts of ${PART.kills}
  --pesan N          acknowledged under the kills at least, ${FULL.pesan} unless given
  --failovers N      ${FULL.failovers} unless given, in parts of ${PART.failover}
  --keep FILE        writes down each part that is done; called again, it goes on behind those that were made of the same commit
  --defects          breaks on purpose what each row is to see, and ends with 1 when one does not see it

300 kills with 100,000 pesan and ten failovers, which may be broken off and called again:
  npm run faults -- --only kills,failover --kills 300 --pesan 100000 --failovers 10 --keep .data/faults.jsonl
Ctrl-C prints the table of what is done.
`

interface Asked {
  readonly plan: Plan
  readonly names: readonly Name[]
  readonly file?: string
}

/**
 * `npm run faults`: what becomes of acknowledged pesan under faults, as a table. Driver and checker are programs of their own that know HTTP
 * alone. Ends with 1 when anything was lost, doubled, invented or left out, or when a row could not be made.
 */
export async function main(args: string[]): Promise<void> {
  if (args.includes('--help')) return void process.stdout.write(USAGE)
  const asked = read(args)
  if (asked.plan.isSown) return tryDefects(asked.names)
  const commit = execFileSync('git', ['describe', '--always', '--dirty', '--exclude=*'], { encoding: 'utf8' }).trim()
  const kept = openKept(commit, asked.file)
  const rows = () => asked.names.flatMap((name) => rowOf(name, asked.plan, kept.find))
  tellWhenBrokenOff(() => tableOf(rows(), commit))
  const failures: string[] = []
  for (const name of asked.names)
    for (const { part, plan } of partsOf(name, asked.plan)) {
      if (kept.find(part)) continue
      const outcome = await SCENARIOS[name](plan, sayFor(name)).catch((error: Error) => void failures.push(`${part}: ${error.message}`))
      if (outcome) kept.keep(part, outcome)
    }
  process.stdout.write(tableOf(rows(), commit))
  failures.push(...rows().flatMap(({ name, outcome }) => (isClean(outcome) ? [] : [`${name}: not as it should be`])))
  if (failures.length > 0) throw new Error(failures.join('\n'))
}

/** Each row once, with its defect: it has to end with an error of its own or with a verdict. */
async function tryDefects(names: readonly Name[]): Promise<void> {
  const lines: string[] = []
  let missed = 0
  for (const name of names) {
    const seen = await SCENARIOS[name](SOWN, sayFor(name)).then(verdictOf, complaintIn)
    if (!seen) missed++
    lines.push(`| ${name} | ${DEFECTS[name].what} | ${seen ?? 'NOT SEEN'} |\n`)
  }
  process.stdout.write(`| row | what was broken | seen as |\n| --- | --- | --- |\n${lines.join('')}`)
  if (missed > 0) throw new Error(`${missed} defects were not seen.`)
}

function complaintIn(error: Error): string {
  if (error instanceof NotSown) throw error
  return error.message.split('\n')[0] ?? ''
}

const sayFor = (name: string) => (text: string) => void process.stderr.write(`${name}: ${text}\n`)

const isClean = ({ lost, duplicated, unexpected, gaps }: Outcome) => lost + duplicated + unexpected + gaps === 0

const verdictOf = (one: Outcome) =>
  isClean(one) ? null : `lost ${one.lost}, doubled ${one.duplicated}, invented ${one.unexpected}, gaps ${one.gaps}`

/** Long rows are made in parts, each with a conversation and an installation of its own. */
function partsOf(name: Name, plan: Plan): { part: string; plan: Plan }[] {
  const faults = name === 'kills' ? plan.kills : plan.failovers
  const count = Math.max(1, Math.ceil(faults / (PART[name] ?? Number.POSITIVE_INFINITY)))
  const share = (all: number, n: number) => Math.floor(((n + 1) * all) / count) - Math.floor((n * all) / count)
  return Array.from({ length: count }, (_, n) => {
    const own = { ...plan, kills: share(plan.kills, n), failovers: share(plan.failovers, n), pesan: share(plan.pesan, n) }
    return { part: `${name} ${n + 1}/${count} ${JSON.stringify(own)}`, plan: own }
  })
}

/** Nothing while none of its parts is done. */
function rowOf(name: Name, plan: Plan, find: (part: string) => Outcome | undefined): Row[] {
  const parts = partsOf(name, plan)
  const done = parts.flatMap(({ part }) => find(part) ?? [])
  return done.length > 0 ? [{ name, outcome: together(done), missing: parts.length - done.length }] : []
}

/** First of all who hear it: what runs ends, and the process with it. */
function tellWhenBrokenOff(table: () => string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      process.stdout.write(table())
      if (process.listenerCount(signal) === 0) process.exit(1)
    })
}

function read(args: readonly string[]): Asked {
  let plan = args.includes('--quick') ? QUICK : FULL
  if (args.includes('--defects')) plan = SOWN
  let asked: Asked = { plan, names: NAMES }
  for (let at = 0; at < args.length; at++) {
    const name = args[at]?.replace(/^--/, '') ?? ''
    if (name === 'quick' || name === 'defects') continue
    const value = args[++at] ?? ''
    if (name === 'only') asked = { ...asked, names: value.split(',').map(named) }
    else if (name === 'keep' && value) asked = { ...asked, file: value }
    else if ((name === 'kills' || name === 'failovers' || name === 'pesan') && /^\d+$/.test(value))
      asked = { ...asked, plan: { ...asked.plan, [name]: Number(value) } }
    else throw new Error(USAGE)
  }
  return asked
}

function named(name: string): Name {
  const known = NAMES.find((one) => one === name)
  if (!known) throw new Error(`There is no ${name}.\n${USAGE}`)
  return known
}
