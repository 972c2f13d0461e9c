import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { findFreePort } from '@/e2e/app'
import { accountFor } from '@/lib/cli/postgres/account'

const run = promisify(execFile)

/** Debian's PostgreSQL, whose tools make a standby; the embedded one has none. */
const BINARIES = '/usr/lib/postgresql/15/bin'
const HAPROXY = '/usr/sbin/haproxy'

export const hasPair = (): boolean => [`${BINARIES}/pg_basebackup`, HAPROXY].every(existsSync)

const PASSWORD = 'sandi-uji'

interface Node {
  readonly folder: string
  readonly port: number
  /** What HAProxy asks: 200 while it is the one to write to, as a cluster manager answers. */
  readonly health: Server
  isPrimary: boolean
  process: ChildProcess | null
}

export interface Pair {
  /** The way by HAProxy to whichever of the two is the primary. */
  readonly url: string
  /** Kills the primary with everything it has, when each acknowledged commit is on both disks, and makes the standby the primary. */
  readonly failOver: () => Promise<void>
  /** Makes a new synchronous standby in the place of the one that was killed. */
  readonly repair: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Two PostgreSQL 15 in synchronous replication behind HAProxy. */
export async function openPair(): Promise<Pair> {
  const home = mkdtempSync(join(tmpdir(), 'sapa-pasangan-'))
  const account = accountFor(home)
  chmodSync(home, 0o755)
  const as = { ...account, env: { ...process.env, LC_ALL: 'C.UTF-8', PGPASSWORD: PASSWORD }, cwd: '/' }
  const tool = (name: string, ...args: string[]) => run(`${BINARIES}/${name}`, args, as)

  const makeNode = async (name: string): Promise<Node> => {
    const folder = join(home, name)
    const node: Node = { folder, port: await findFreePort(), health: createServer(), isPrimary: false, process: null }
    node.health.on('request', (_, response) => response.writeHead(node.isPrimary ? 200 : 503).end())
    node.health.listen(0, '127.0.0.1')
    await once(node.health, 'listening')
    return node
  }
  const emptyFolder = ({ folder }: Node) => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  }
  const start = async (node: Node) => {
    const settings = { listen_addresses: '127.0.0.1', port: node.port, unix_socket_directories: '', max_connections: 100, fsync: 'on' }
    const args = Object.entries({ ...settings, synchronous_commit: 'on', log_min_messages: 'log' }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    node.process = spawn(`${BINARIES}/postgres`, ['-D', node.folder, ...args], { ...as, stdio: 'ignore', detached: true })
    while (!(await answers(node.port))) await delay(50)
  }
  /** The standby's name is in `synchronous_standby_names` as soon as it follows: from then on a commit waits for it. */
  const follow = async (standby: Node, primary: Node) => {
    emptyFolder(standby)
    await tool('pg_basebackup', '-D', standby.folder, '-d', `${urlOf(primary.port, 'postgres')}`, '-R', '-X', 'stream', '-c', 'fast')
    await start(standby)
    await ask(primary.port, "ALTER SYSTEM SET synchronous_standby_names = '*'")
    await ask(primary.port, 'SELECT pg_reload_conf()')
    while (!(await ask(primary.port, "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'")).length)
      await delay(50)
  }

  const [one, two] = [await makeNode('satu'), await makeNode('dua')]
  emptyFolder(one)
  const passwordFile = join(home, 'sandi')
  writeFileSync(passwordFile, PASSWORD, { mode: 0o644 })
  await tool('initdb', '-D', one.folder, '-U', 'sapa', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--no-sync')
  appendFileSync(join(one.folder, 'pg_hba.conf'), 'host replication all 127.0.0.1/32 scram-sha-256\n')
  await start(one)
  await ask(one.port, 'CREATE DATABASE sapa')
  await follow(two, one)
  let [primary, standby] = [one, two]
  primary.isPrimary = true
  const proxy = await openProxy(home, [one, two])

  return {
    url: urlOf(proxy.port, 'sapa'),
    failOver: async () => {
      primary.isPrimary = false
      // The whole group at once, as when a machine loses its power.
      process.kill(-(primary.process?.pid ?? 0), 'SIGKILL')
      await once(primary.process as ChildProcess, 'exit')
      // Alone it acknowledges by itself; a standby that took its name along would keep it waiting for one.
      await ask(standby.port, "ALTER SYSTEM SET synchronous_standby_names = ''")
      await ask(standby.port, 'SELECT pg_reload_conf()')
      await ask(standby.port, 'SELECT pg_promote()')
      standby.isPrimary = true
      ;[primary, standby] = [standby, primary]
    },
    repair: () => follow(standby, primary),
    close: async () => {
      proxy.close()
      for (const { process: postmaster, health } of [one, two]) {
        health.close()
        health.closeAllConnections()
        if (!postmaster || postmaster.exitCode !== null || postmaster.signalCode !== null) continue
        postmaster.kill('SIGINT')
        // A primary waits for its standby, which may have gone first.
        const late = setTimeout(() => postmaster.kill('SIGKILL'), 3000)
        await once(postmaster, 'exit')
        clearTimeout(late)
      }
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const urlOf = (port: number, database: string) => `postgresql://sapa:${PASSWORD}@127.0.0.1:${port}/${database}`

async function ask(port: number, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: urlOf(port, 'postgres') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const answers = (port: number): Promise<boolean> =>
  ask(port, 'SELECT 1').then(
    () => true,
    () => false,
  )

/** As operators set it up: whichever says that it is the primary gets all connections, and those to the other one end. */
async function openProxy(home: string, nodes: readonly Node[]) {
  const port = await findFreePort()
  const servers = nodes.map(
    ({ port: there, health }, at) =>
      `  server node${at} 127.0.0.1:${there} check port ${(health.address() as AddressInfo).port} inter 200ms fall 1 rise 1 on-marked-down shutdown-sessions`,
  )
  const file = join(home, 'haproxy.cfg')
  writeFileSync(
    file,
    `defaults
  mode tcp
  timeout connect 2s
  timeout client 1h
  timeout server 1h
listen database
  bind 127.0.0.1:${port}
  option httpchk
${servers.join('\n')}
`,
  )
  const proxy = spawn(HAPROXY, ['-db', '-f', file], { stdio: 'ignore' })
  return { port, close: () => proxy.kill('SIGTERM') }
}
