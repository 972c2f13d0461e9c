import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '@/lib/cli/start-error.mjs'
import { type Account, accountFor } from './account'
import { runnableBinaries } from './binaries'
import { clusterName, endOrphan } from './orphan'

export const superuser = 'sapa_superuser'

const majorVersion = '18'

/** A cluster on disk that can be started. */
export type Cluster = {
  binaries: string
  folder: string
  logFile: string
  account: Account
  environment?: Readonly<Record<string, string>>
}

/** Finds the programs, ends what an earlier run left behind, and creates the cluster in DATA_DIR/postgres when there is none (1 to 2 s). */
export async function openCluster(dataDir: string, superuserPassword: string): Promise<Cluster> {
  const folder = join(dataDir, 'postgres')
  const account = accountFor(folder)
  const cluster = { binaries: runnableBinaries(account, dataDir), folder, logFile: join(dataDir, 'postgres.log'), account }
  if (existsSync(folder)) {
    checkVersion(folder)
    await endOrphan(folder)
  } else {
    await createCluster(cluster, superuserPassword)
  }
  return cluster
}

/**
 * Starts the postmaster. It leads a session of its own, so that Ctrl-C in a terminal reaches only us and the database ends last.
 *
 * `-D /proc/self/cwd`: the folder is entered before the rights of root are given up, and is then reached without its path. So the data may
 * stand in a folder that only root may enter.
 */
export function spawnPostmaster({ binaries, folder, logFile, account, environment }: Cluster, port: number): ChildProcess {
  const log = openSync(logFile, 'a', 0o600)
  const settings = Object.entries(settingsOf(folder, port)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const postmaster = spawn(join(binaries, 'postgres'), ['-D', dataArgument(folder), ...settings], {
    ...account,
    cwd: folder,
    detached: true,
    env: { ...childEnvironment(), ...environment },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return postmaster
}

/** Keeps the log of earlier starts to one file of at most about 10 MB. */
export function rotateLog(logFile: string) {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(logFile, `${logFile}.1`)
}

function settingsOf(folder: string, port: number): Record<string, string | number> {
  return {
    cluster_name: clusterName(folder),
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Thirteen for each process (lib/data/pool.ts), and for a while twice as many processes when new ones take the place of old ones.
    max_connections: 200,
    shared_buffers: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    // Errors and their details quote rows, which are messages of patients: only the server's own news and what ends it are written down.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
}

async function createCluster(cluster: Cluster, superuserPassword: string) {
  const aside = `${cluster.folder}.new`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { mode: 0o700 })
  if (cluster.account) chownSync(aside, cluster.account.uid, cluster.account.gid)
  await runInitdb(cluster, aside, superuserPassword)
  renameSync(aside, cluster.folder)
}

/** The password is typed, so to say: without a terminal (a session of its own) initdb reads it from its input. No file that another account must reach. */
async function runInitdb({ binaries, account }: Cluster, folder: string, superuserPassword: string) {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const initdb = spawn(
    join(binaries, 'initdb'),
    ['-D', dataArgument(folder), '-U', superuser, '-W', '-A', 'scram-sha-256', '--no-instructions', ...locale],
    {
      ...account,
      cwd: folder,
      detached: true,
      env: childEnvironment(),
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  )
  let complaint = ''
  initdb.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  initdb.stdin.on('error', () => undefined)
  initdb.stdin.end(`${superuserPassword}\n${superuserPassword}\n`)
  const [code] = await once(initdb, 'close')
  if (code !== 0) throw new StartError(`The embedded PostgreSQL could not create its files in ${folder}: ${lastLine(complaint)}`)
}

function checkVersion(folder: string) {
  const version = existsSync(join(folder, 'PG_VERSION')) ? readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim() : 'none'
  if (version !== majorVersion)
    throw new StartError(`${folder} was made by PostgreSQL ${version}, but PostgreSQL ${majorVersion} is embedded here: dump and load it.`)
}

const dataArgument = (folder: string) => (process.platform === 'linux' ? '/proc/self/cwd' : folder)

/** No PG… variable of the operator's own clients may change where and how our server runs. */
function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '/usr/bin:/bin', TMPDIR } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: process.env.NODE_ENV, ...(TMPDIR ? { TMPDIR } : {}) }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
