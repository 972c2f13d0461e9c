import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isAlive } from '@/lib/cli/process-identity.mjs'

/** The name under which a postmaster over this folder runs: it stands in its arguments, so that it can be recognised later. */
export function clusterName(dataFolder: string): string {
  const { dev, ino } = statSync(dataFolder)
  return `sapa-${dev}-${ino}`
}

/**
 * Ends the PostgreSQL that a killed supervisor left behind over this folder, so that a new one can start.
 * Call it only while holding DATA_DIR. A postmaster.pid that names anything else is stale and goes: in a container another program often
 * has that number now, which PostgreSQL would take for a running server.
 */
export async function endOrphan(dataFolder: string) {
  const file = join(dataFolder, 'postmaster.pid')
  const pid = readPid(file)
  if (pid === null) return
  if (!isPostmasterOver(pid, dataFolder)) return rmSync(file, { force: true })
  await endPostmaster(pid, 8000)
}

/** Fast shutdown; when that takes too long an immediate one, after which the next start recovers from the log. Nothing committed is lost by either. */
export async function endPostmaster(pid: number, patience: number) {
  for (const [signal, limit] of [
    ['SIGINT', patience],
    ['SIGQUIT', 1000],
    ['SIGKILL', 1000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await isGone(pid, limit)) return
  }
}

async function isGone(pid: number, limit: number): Promise<boolean> {
  const end = Date.now() + limit
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await delay(50)
  }
  return true
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

function isPostmasterOver(pid: number, dataFolder: string): boolean {
  return argumentsOf(pid).includes(`cluster_name=${clusterName(dataFolder)}`)
}

function argumentsOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
