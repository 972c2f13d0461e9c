import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { backOff } from '@/lib/cli/back-off'
import { StartError } from '@/lib/cli/start-error.mjs'
import { log } from '@/lib/log'
import { type Cluster, openCluster, rotateLog, spawnPostmaster, superuser } from './cluster'
import { endPostmaster } from './orphan'

export type EmbeddedPostgres = {
  port: number
  /** For the application: the owner of the database, no superuser. */
  url: string
  /** For tests and repairs: may create databases. */
  superuserUrl(database: string): string
  stop(): Promise<void>
}

type Passwords = { superuserPassword: string; databasePassword: string }

/**
 * Starts PostgreSQL over DATA_DIR on a free port of 127.0.0.1 and keeps it running: one that dies is started again on the same port,
 * because the application knows it by that. Call only while holding DATA_DIR. A test may add to its `environment`, such as another clock.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  passwords: Passwords,
  environment: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const cluster = { ...(await openCluster(dataDir, passwords.superuserPassword)), environment }
  rotateLog(cluster.logFile)
  const { postmaster, port } = await startOnFreePort(cluster, passwords)
  const keeper = keepRunning(cluster, port, postmaster, passwords)
  await prepareDatabase(port, passwords)
  return {
    port,
    url: urlFor('sapa', passwords.databasePassword, port, 'sapa'),
    superuserUrl: (database) => urlFor(superuser, passwords.superuserPassword, port, database),
    stop: keeper.stop,
  }
}

/** Another program can take the port between our finding it free and PostgreSQL's binding it; then there is another one. */
async function startOnFreePort(cluster: Cluster, passwords: Passwords) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const postmaster = spawnGuarded(cluster, port)
    if (await isReady(postmaster, port, passwords)) return { postmaster, port }
    if (attempt === 3) throw new StartError(`The embedded PostgreSQL does not start; its reasons are in ${cluster.logFile}.`)
  }
}

function keepRunning(cluster: Cluster, port: number, first: ChildProcess, passwords: Passwords) {
  let postmaster = first
  let stopping = false
  const wait = backOff()

  const watch = () =>
    postmaster.once('exit', async (exitCode, signal) => {
      if (stopping) return
      log.error('PostgreSQL ended and is started again', { service: 'postgres', exitCode, signal })
      await delay(wait.next())
      if (stopping) return
      postmaster = spawnGuarded(cluster, port)
      watch()
      if (await isReady(postmaster, port, passwords)) log.info('PostgreSQL is back', { service: 'postgres' })
    })
  watch()

  return {
    async stop() {
      stopping = true
      if (isRunning(postmaster) && postmaster.pid) await Promise.all([once(postmaster, 'exit'), endPostmaster(postmaster.pid, 3000)])
    },
  }
}

/**
 * A supervisor that is killed cannot end its children. So a shell holds the other end of a pipe from us: when we are gone the pipe closes,
 * and it asks the postmaster to end. It ends with the postmaster.
 */
function spawnGuarded(cluster: Cluster, port: number): ChildProcess {
  const postmaster = spawnPostmaster(cluster, port)
  postmaster.on('error', () => undefined)
  if (!postmaster.pid) return postmaster
  const guard = spawn('/bin/sh', ['-c', 'read _; kill -INT "$1" 2>/dev/null', 'sapa-guard', String(postmaster.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => undefined)
  guard.stdin.on('error', () => undefined)
  postmaster.once('exit', () => guard.kill('SIGKILL'))
  return postmaster
}

async function isReady(postmaster: ChildProcess, port: number, passwords: Passwords): Promise<boolean> {
  while (isRunning(postmaster)) {
    const client = new Client({
      connectionString: urlFor(superuser, passwords.superuserPassword, port, 'postgres'),
      connectionTimeoutMillis: 2000,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '28P01')
        throw new StartError('The embedded database was made with another secrets.json than the one in DATA_DIR.')
      await delay(50)
    }
  }
  return false
}

/** The application owns its database and nothing else (so it may create the trusted extensions it needs, but read no file of the server). */
async function prepareDatabase(port: number, passwords: Passwords) {
  const client = new Client({ connectionString: urlFor(superuser, passwords.superuserPassword, port, 'postgres') })
  await client.connect()
  try {
    const { rows: roles } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'sapa'")
    if (roles.length === 0) await client.query(`CREATE ROLE sapa LOGIN PASSWORD ${client.escapeLiteral(passwords.databasePassword)}`)
    const { rows: databases } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'sapa'")
    if (databases.length === 0) await client.query('CREATE DATABASE sapa OWNER sapa')
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no address'))))
    })
  })
}

const isRunning = (child: ChildProcess) => child.pid !== undefined && child.exitCode === null && child.signalCode === null

const urlFor = (user: string, password: string, port: number, database: string) =>
  `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
