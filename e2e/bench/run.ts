import { Client } from 'pg'
import { type App, startApp } from '@/e2e/app'
import { CASES, type Place } from './cases'
import { benchDokumen } from './dokumen'
import { openConnections } from './drive'
import { measureIdlePage } from './idle-page'
import { benchInteraction } from './interaction'
import { compare, keep } from './kept'
import { loadPesan, openTargets, type Target } from './load'
import { loadDokumen, PESAN_FOR_EACH } from './load-dokumen'
import { loadMeja } from './load-meja'
import { type Effort, measure } from './measure'
import { benchMeja } from './meja'
import { machine, report, type Stage, tellOf, tellOfIdle } from './report'
import { measureSendToSeen } from './send-to-seen'
import { measureSockets, tellOfSockets } from './sockets'
import { measureUploads } from './uploads'

/**
 * `npm run bench`: what requests cost, in multiples of what Next.js costs by itself, at two sizes of the database; how long a pesan takes
 * to be seen; and what memory uploads take. It asserts nothing. `--quick` takes less than a minute, for the price of noise and of a smaller database;
 * `--uploads` measures these alone, on a server that has done nothing else; `--idle` what a quiet page asks for; `--dokumen` what is about dokumen, up to
 * a million of them; `--meja` what eight hours leave in the page of a busy desk; `--interaction` how soon such a page answers a press; `--sockets` what
 * 5,000 open pages ask of the embedded realtime server. `--keep FILE` writes what was found, `--compare FILE` sets it beside what was kept.
 */
export async function main(args: string[]): Promise<void> {
  const plan = args.includes('--quick') ? QUICK : FULL
  const [kept, earlier] = ['--keep', '--compare'].map((option) => fileAfter(option, args))
  if (process.platform !== 'linux') throw new Error('The benchmark reads CPU times from /proc: it needs Linux.')
  const app = await startApp({ RATE_LIMIT: 'off' })
  const db = new Client({ connectionString: app.databaseUrl })
  try {
    await db.connect()
    if (args.includes('--uploads')) {
      await loadPesan(db, FEW)
      return void process.stdout.write(`${await reportUploads(app, db)}\n`)
    }
    if (args.includes('--idle')) {
      await loadPesan(db, FEW)
      return void process.stdout.write(`${await reportIdle(app, db)}\n`)
    }
    if (args.includes('--interaction')) return void process.stdout.write(`${await benchInteraction(app, db)}\n`)
    if (args.includes('--meja')) return void process.stdout.write(`${await benchMeja(app, db)}\n`)
    if (args.includes('--sockets')) {
      const sockets = await say('measuring sockets', () => measureSockets(app, db))
      return void process.stdout.write(`${machine()}\n${tellOfSockets(sockets)}\n`)
    }
    if (args.includes('--dokumen')) return void process.stdout.write(`${await benchDokumen(app, db, plan.effort)}\n`)
    const [agent, single] = [openConnections(CONNECTIONS), openConnections(1)]
    const stageAt = async (pesan: number, konsultasi: number): Promise<Stage & { place: Place }> => {
      await say(`loading ${pesan} pesan`, () => loadPesan(db, pesan))
      await say(`loading ${pesan / PESAN_FOR_EACH} dokumen`, () => loadDokumen(db))
      const mejaToken = await say('loading a desk', () => loadMeja(db))
      const place = { agent, single, port: app.port, db, targets: await openTargets(db, konsultasi), mejaToken }
      return { pesan, place, measured: await say('measuring', () => measure(place, app.webPid, CASES, plan.effort)) }
    }
    const small = await stageAt(FEW, 10)
    const large = await stageAt(plan.pesan, 50)
    const seen = await say('measuring send to seen', () => measureSendToSeen(large.place, plan.seen))
    const uploads = await say('measuring uploads', () => measureUploads(app.url, app.webPid, large.place.targets[0] as Target))
    agent.destroy()
    single.destroy()
    const idle = plan.idle
      ? await say('measuring an idle page', () => measureIdlePage(app.url, app.webPid, db, large.place.targets[0] as Target))
      : []
    process.stdout.write(`\n${report(small, large, seen, uploads, idle)}\n`)
    if (kept) await keep(kept, [small, large])
    if (earlier) process.stdout.write(`\n${await compare(earlier, [small, large])}\n`)
  } finally {
    await db.end()
    await app.stop()
  }
}

function fileAfter(option: string, args: string[]): string | undefined {
  const at = args.indexOf(option)
  if (at < 0) return undefined
  const file = args[at + 1]
  if (!file) throw new Error(`${option} needs the name of a file.`)
  return file
}

interface Plan {
  readonly pesan: number
  readonly effort: Effort
  readonly seen: { live: number; polled: number }
  /** A minute each. */
  readonly idle: boolean
}

const CONNECTIONS = 8
const FEW = 1000

async function reportUploads(app: App, db: Client): Promise<string> {
  const [target] = await openTargets(db, 1)
  return `${machine()}\n${tellOf(await say('measuring uploads', () => measureUploads(app.url, app.webPid, target as Target)))}`
}

async function reportIdle(app: App, db: Client): Promise<string> {
  const [target] = await openTargets(db, 1)
  const idle = await say('measuring an idle page', () => measureIdlePage(app.url, app.webPid, db, target as Target))
  return [machine(), '', ...tellOfIdle(idle)].join('\n')
}

const FULL: Plan = {
  pesan: 1_000_000,
  effort: { warmUp: 500, rounds: 12, budgetMs: 80_000, requests: 300 },
  seen: { live: 40, polled: 40 },
  idle: true,
}
const QUICK: Plan = {
  pesan: 20_000,
  effort: { warmUp: 200, rounds: 4, budgetMs: 12_000, requests: 200 },
  seen: { live: 20, polled: 20 },
  idle: false,
}

/** Says on stderr what is being done and how long it took; the table alone goes to stdout. */
async function say<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  process.stderr.write(`${what} … `)
  const result = await work()
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  return result
}
