import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readProc } from './proc'

/** The whole system as `npm start` runs it: a production build, an own embedded database, loopback only. */
export interface App {
  readonly port: number
  readonly url: string
  readonly dataDir: string
  /** Everything that the system has said so far. */
  readonly logFile: string
  readonly databaseUrl: string
  /** The process of the web server, whose CPU is counted. */
  readonly webPid: number
  readonly supervisorPid: number
  readonly stop: () => Promise<void>
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** What decides where data and traffic go must not come from the shell that this was called from. */
const ours =
  /^(PORT|HOST|DATA_DIR|DATABASE_URL|DIRECT_URL|WEB_CONCURRENCY|NEXTAUTH_\w+|REALTIME\w*|PUSHER_\w+|S3_\w+|TRUSTED_PROXY|REQUIRE_2FA|RATE_LIMIT|HSTS_SUBDOMAINS|METRICS_TOKEN|OTEL_\w+|PUSH_TEST_ORIGIN|VAPID_\w+|SMTP_URL|MAIL_FROM|CLINIC_\w+|KONSULTASI_\w+|ADMIN_\w+|NODE_ENV|NODE_OPTIONS)$/

/**
 * Starts everything in a data folder of its own; building comes first when the sources changed.
 * `settings` are variables of the system under test, over the usual ones; `from` is where it is installed, else these sources.
 */
export async function startApp(settings: Readonly<Record<string, string>> = {}, from = root): Promise<App> {
  const made = mkdtempSync(join(tmpdir(), 'sapa-'))
  const dataDir = settings.DATA_DIR ?? made
  const port = Number(settings.PORT ?? (await findFreePort()))
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
  const own = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    NODE_ENV: 'production' as const,
    WEB_CONCURRENCY: '1',
    ...settings,
  }
  const supervisor = spawn(process.execPath, ['lib/cli/start.mjs'], {
    cwd: from,
    env: { ...kept, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const logFile = join(made, 'log-uji')
  for (const stream of [supervisor.stdout, supervisor.stderr]) stream.on('data', (bytes: Buffer) => appendFileSync(logFile, bytes))
  supervisor.stderr.pipe(process.stderr, { end: false })
  const cutOff = () => void stop().then(() => process.exit(1))
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = async () => {
    await end(supervisor)
    for (const signal of signals) process.off(signal, cutOff)
    rmSync(made, { recursive: true, force: true })
  }
  // A run that is cut off takes the system along; its own parent is npm's shell, as for `npm start`.
  for (const signal of signals) process.once(signal, cutOff)
  try {
    await untilServing(supervisor)
    const supervisorPid = supervisor.pid ?? 0
    const webPid = findWebServer(supervisorPid)
    const databaseUrl = environmentOf(webPid).DATABASE_URL ?? ''
    return { port, dataDir, logFile, url: `http://127.0.0.1:${port}`, webPid, supervisorPid, databaseUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The embedded PostgreSQL's first process. */
export const postmasterOf = ({ dataDir }: Pick<App, 'dataDir'>): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** CPU that a process has used, in milliseconds: user and system time of all its threads. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // The kernel tells these in USER_HZ, which is 100 on every Linux: proc_pid_stat(5), fields 14 and 15.
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function untilServing(supervisor: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    supervisor.once('exit', (code) => fail(new Error(`The system did not start (exit status ${code}).`)))
    supervisor.stdout?.on('data', (bytes: Buffer) => {
      const text = bytes.toString()
      if (text.includes('Building')) process.stdout.write(text)
      if (/^Sapa is at /m.test(text)) done()
    })
  })
}

/** The supervisor's child that runs the web server. */
export function findWebServer(supervisorPid: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const found = pids.find((pid) => parentOf(pid) === supervisorPid && readProc(pid, 'cmdline').includes('lib/cli/server.mjs'))
  if (!found) throw new Error('The web server is not among the processes.')
  return Number(found)
}

/** A process that a process started, or that one of those did, by what its command line says. */
export function findDescendant(ancestor: number, command: string): number {
  const isBelow = (pid: number): boolean => pid > 1 && (pid === ancestor || isBelow(parentOf(String(pid))))
  const found = readdirSync('/proc').find(
    (name) => /^\d+$/.test(name) && readProc(name, 'cmdline').includes(command) && isBelow(Number(name)),
  )
  if (!found) throw new Error(`No process below ${ancestor} is called ${command}.`)
  return Number(found)
}

const parentOf = (pid: string) => Number(/\) \S (\d+)/.exec(readProc(pid, 'stat'))?.[1])

const environmentOf = (pid: number): Record<string, string | undefined> =>
  Object.fromEntries(
    readProc(pid, 'environ')
      .split('\0')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Below those that Linux gives to whoever calls out (32768 and up): a client that tries again would one day have the port of a server that comes back. */
const PORTS = { from: 12_000, below: 32_000 }

/** A port of this machine that nobody listens on now. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.below)
    const probe = createServer().listen(port, '127.0.0.1')
    const isFree = await once(probe, 'listening').then(
      () => true,
      () => false,
    )
    if (!isFree) continue
    probe.close()
    await once(probe, 'close')
    return port
  }
}
