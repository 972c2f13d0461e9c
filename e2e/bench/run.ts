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
import { measurePublishing, tellOfPublishing } from './publishing'
import { machine, report, type Stage, tellOf, tellOfIdle } from './report'
import { measureSendToSeen } from './send-to-seen'
import { measureSockets, tellOfSockets } from './sockets'
import { measureUploads } from './uploads'

/**
 * `npm run bench`: what requests cost, in multiples of what Next.js costs by itself, at two sizes of the database; how long a pesan takes
 * to be seen; what memory uploads take; what open pages ask for, and how soon they answer. It asserts nothing, and takes some twelve minutes on
 * two cores; `--quick` takes a minute and a half, for the price of noise and of a smaller database. An option of ALONE measures that alone, on a
 * server that has done nothing else. `--keep FILE` writes what was found, `--compare FILE` sets it beside what was kept.
 */
export async function main(args: string[]): Promise<void> {
  const plan = args.includes('--quick') ? QUICK : FULL
  const files = { kept: fileAfter('--keep', args), earlier: fileAfter('--compare', args) }
  if (process.platform !== 'linux') throw new Error('The benchmark reads CPU times from /proc: it needs Linux.')
  const app = await startApp({ RATE_LIMIT: 'off' })
  const db = new Client({ connectionString: app.databaseUrl })
  try {
    await db.connect()
    const alone = ALONE.find(([option]) => args.includes(option))
    if (alone) return void process.stdout.write(`\n${machine()}\n\n${await say(alone[0].slice(2), () => alone[1](app, db, plan.effort))}\n`)
    await benchAll(app, db, plan, files)
  } finally {
    await db.end()
    await app.stop()
  }
}

/** What is measured by itself, by its option. */
const ALONE: readonly [option: string, bench: (app: App, db: Client, effort: Effort) => Promise<string>][] = [
  ['--uploads', async (app, db) => tellOf(await measureUploads(app.url, app.webPid, await someTarget(db)))],
  // What a page asks for while nothing happens.
  ['--idle', async (app, db) => tellOfIdle(await measureIdlePage(app.url, app.webPid, db, await someTarget(db)))],
  // Up to a million dokumen.
  ['--dokumen', benchDokumen],
  // What eight hours leave in the page of a busy desk.
  ['--meja', benchMeja],
  // How soon such a page answers a press.
  ['--interaction', benchInteraction],
  // What 5,000 open pages ask of the embedded realtime server.
  ['--sockets', async (app, db) => tellOfSockets(await measureSockets(app, db))],
  // Whether news of many sends is published as fast as it comes.
  ['--publishing', async () => tellOfPublishing(await measurePublishing())],
]

async function someTarget(db: Client): Promise<Target> {
  await loadPesan(db, FEW)
  return (await openTargets(db, 1))[0] as Target
}

async function benchAll(app: App, db: Client, plan: Plan, { kept, earlier }: Files): Promise<void> {
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
  process.stdout.write(`\n${report(small, large, seen, uploads)}\n`)
  if (plan.pages) {
    const [target] = large.place.targets
    const idle = await say('measuring an idle page', () => measureIdlePage(app.url, app.webPid, db, target as Target))
    process.stdout.write(`\n${tellOfIdle(idle)}\n`)
    process.stdout.write(`\n${await say('measuring presses', () => benchInteraction(app, db))}\n`)
    process.stdout.write(`\n${tellOfSockets(await say('measuring sockets', () => measureSockets(app, db)))}\n`)
    process.stdout.write(`${tellOfPublishing(await say('measuring publishing', measurePublishing))}\n`)
  }
  if (kept) await keep(kept, [small, large])
  if (earlier) process.stdout.write(`\n${await compare(earlier, [small, large])}\n`)
}

interface Files {
  readonly kept: string | undefined
  readonly earlier: string | undefined
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
  /** What open pages ask for and answer too: some seven minutes more. */
  readonly pages: boolean
}

const CONNECTIONS = 8
const FEW = 1000

const FULL: Plan = {
  pesan: 1_000_000,
  effort: { warmUp: 300, rounds: 12, budgetMs: 50_000, requests: 200 },
  seen: { live: 40, polled: 40 },
  pages: true,
}
const QUICK: Plan = {
  pesan: 20_000,
  effort: { warmUp: 200, rounds: 4, budgetMs: 12_000, requests: 200 },
  seen: { live: 20, polled: 20 },
  pages: false,
}

/** Says on stderr what is being done and how long it took; the table alone goes to stdout. */
async function say<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  process.stderr.write(`${what} … `)
  const result = await work()
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  return result
}
