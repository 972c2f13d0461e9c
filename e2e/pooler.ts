import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountFor } from '@/lib/cli/postgres/account'
import { findFreePort } from './app'
import { untilItListens } from './listening'

const PGBOUNCER = '/usr/sbin/pgbouncer'

/** Debian's package `pgbouncer`, which `.ci/run` installs. */
export const hasPooler = (): boolean => existsSync(PGBOUNCER)

/** PgBouncer before a database, with the sample of lib/deploy but for ports, passwords and so few connections, so that every transaction is soon on another one. */
export async function openPooler(databaseUrl: string, settings: Readonly<Record<string, string>> = {}) {
  const target = new URL(databaseUrl)
  const folder = mkdtempSync(join(tmpdir(), 'sapa-pooler-'))
  const port = await findFreePort()
  const there = `host=${target.hostname} port=${target.port} dbname=${target.pathname.slice(1)} user=${target.username} password=${target.password}`
  const all = { listen_port: port, auth_type: 'any', default_pool_size: 4, ...settings, logfile: '', unix_socket_dir: '' }
  // What stands last counts.
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}`)
  const sample = readFileSync('lib/deploy/pgbouncer.ini', 'utf8').replace(/^sapa = .*$/m, `sapa = ${there}`)
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(file, [sample, ...lines, ''].join('\n'))
  chmodSync(folder, 0o755)
  const pooler = spawn(PGBOUNCER, ['-q', file], { ...accountFor(folder), cwd: folder, stdio: 'ignore' })
  await untilItListens(port)
  return {
    url: `postgresql://sapa:sandi-pooler@127.0.0.1:${port}/sapa`,
    close: async () => {
      pooler.kill('SIGTERM')
      if (pooler.exitCode === null && pooler.signalCode === null) await once(pooler, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
}
