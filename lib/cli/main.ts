import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { MigrationError, migrate } from '@/lib/data/migrate'
import { Refusal } from '@/lib/domain/refusal'
import { log } from '@/lib/log'
import { buildApp, generateClient } from './artifacts'
import { assertPortIsFree } from './bootstrap.mjs'
import { openDataDir } from './data-dir'
import { describeDemo, dropHalfDemo, fillDemo, isForTrying, shutDemo } from './demo'
import { checkDatabases } from './external-database'
import { speakInLines } from './framework-lines.mjs'
import { endWithParentsAndSignals, isStopping, onStop, stopAndExit } from './lifecycle'
import { startEmbeddedPostgres } from './postgres/server'
import { startRealtime } from './realtime'
import { areLettersHeld, refuseHalfRestore } from './restored'
import { loadSecrets } from './secrets'
import { applyEnvironment, nameOf, readVariables, resolveEnvironment } from './settings'
import { StartError } from './start-error.mjs'
import { openTraces } from './traces.mjs'
import { startWeb } from './web'

/** The supervisor behind `npm start` and `npm run dev`: starts everything, keeps it running, and ends it again. */
export async function main(args: string[]) {
  endWithParentsAndSignals()
  process.on('unhandledRejection', (error) => log.error('unexpected', { error }))
  if (!args.includes('--dev')) speakInLines()
  try {
    await start(args.includes('--dev'))
  } catch (error) {
    await giveUp(error)
  }
}

async function start(dev: boolean) {
  const variables = readVariables()
  const host = variables.HOST ?? '127.0.0.1'
  await assertPortIsFree('PORT', host, variables.PORT)
  if (variables.REALTIME_PORT && variables.REALTIME !== 'off') await assertPortIsFree('REALTIME_PORT', host, variables.REALTIME_PORT)
  await checkDatabases(variables)

  const dataDir = openDataDir(variables.DATA_DIR)
  onStop(dataDir.release)
  refuseHalfRestore(dataDir.path)
  const secrets = loadSecrets(dataDir.path)

  await generateClient()
  const distDir = dev ? (process.env.NEXT_DIST_DIR ?? '.next') : await buildApp()

  const databaseUrl = variables.DATABASE_URL ?? (await startDatabase(dataDir.path, secrets))
  const realtime = await startRealtime(variables, secrets)
  const admin = { email: variables.ADMIN_EMAIL, password: variables.ADMIN_PASSWORD }
  const directUrl = (variables.DATABASE_URL && variables.DIRECT_URL) ?? databaseUrl
  const resolved = resolveEnvironment({ variables, dataDir: dataDir.path, databaseUrl, directUrl, secrets, realtime })
  applyEnvironment({ ...resolved, NODE_ENV: dev ? 'development' : 'production', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' })

  const applied = await migrate(directUrl)
  if (areLettersHeld(dataDir.path)) log.warn('letters and pushes are held since a restore: npm run restore -- letters lets them go')
  if (applied.length > 0) log.info('migrations applied', { count: applied.length })
  await openJobs()
  if (isForTrying(variables)) await fillDemo(dataDir.path, databaseUrl)
  else await openForOthers(dataDir.path, admin)

  await startServing(variables.WEB_CONCURRENCY ?? Math.max(1, availableParallelism() - 1))
  log.info('started', { pid: process.pid, port: variables.PORT, build: basename(distDir), realtime: realtime.kind })
  process.stdout.write(`Sapa is at http://${nameOf(host)}:${variables.PORT}\n`)
  process.stdout.write(describeDemo(dataDir.path))
}

async function startDatabase(dataDir: string, secrets: ReturnType<typeof loadSecrets>): Promise<string> {
  const postgres = await startEmbeddedPostgres(dataDir, secrets)
  onStop(postgres.stop)
  await dropHalfDemo(dataDir, postgres.superuserUrl('postgres'))
  return postgres.url
}

async function openForOthers(dataDir: string, admin: { email: string | undefined; password: string | undefined }) {
  await shutDemo(dataDir)
  if (!process.env.SMTP_URL) log.warn('SMTP_URL is not set: letters are files in DATA_DIR/mail, and nobody gets them')
  if (admin.email && admin.password) return makeFirstAdmin(admin.email, admin.password)
  const { hasAdmin } = await import('@/lib/data/akun')
  if (!(await hasAdmin())) log.warn('there is no admin yet: ADMIN_EMAIL and ADMIN_PASSWORD make the first one at the next start')
}

async function makeFirstAdmin(email: string, password: string) {
  const { ensureAdmin } = await import('@/lib/operations/ensure-admin')
  await ensureAdmin(email, password).catch((error: unknown) => {
    if (error instanceof Refusal) throw new StartError('ADMIN_EMAIL is the address of an account that is no admin: choose another.')
    throw error
  })
}

/** The queue is there before anybody writes to it. The connections of this process close after all that use it, before the database. */
async function openJobs() {
  const { closePools } = await import('@/lib/data/pool')
  onStop(closePools)
  const { noteOrigin } = await import('@/lib/data/epoch')
  await noteOrigin()
  const { migrateJobs } = await import('@/lib/jobs/worker')
  await migrateJobs()
}

/** The web servers and the jobs end first, and together: both need the database to finish what they have begun. SIGUSR2 puts new web servers in the place of these. */
async function startServing(count: number) {
  onStop(await openTraces('jobs', process.env))
  const { startWorker } = await import('@/lib/jobs/worker')
  const worker = await startWorker()
  onStop(worker.stop)
  const web = await startWeb(process.env, count)
  let replacing = Promise.resolve()
  process.on('SIGUSR2', () => {
    replacing = replacing.then(web.replaceAll).catch((error: unknown) => log.error('web servers were not all replaced', { error }))
  })
  onStop(web.stop, 'same')
}

async function giveUp(error: unknown): Promise<never> {
  // While stopping, whatever was under way is cut off and complains.
  if (isStopping()) return stopAndExit(0)
  const expected = error instanceof StartError || error instanceof MigrationError
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`sapa: ${expected ? message : `The start failed: ${message.split('\n')[0]}`}\n`)
  if (process.env.SAPA_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return stopAndExit(1)
}
