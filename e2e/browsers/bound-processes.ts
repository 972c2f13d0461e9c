import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PULSEAUDIO } from './installed'

/** Processes that live in a home of their own and end with this one, whatever becomes of it. */
export interface BoundProcesses {
  readonly home: string
  /** What they have said so far. */
  readonly log: () => string
  readonly stop: () => Promise<void>
}

/** A sound card of their own, for what does not play without one. */
const SOUND = `${PULSEAUDIO} -n --daemonize=no --exit-idle-time=-1 -L module-null-sink -L module-native-protocol-unix &`

/** Debian's user and group of that name, for what refuses to be root. */
const NOBODY = 65_534

/**
 * Runs a script whose background processes go on until `stop`, or until this process is gone: then the pipe that they hold ends, and the
 * shell kills its whole group. `asNobody` gives up root where this process is root.
 */
export function startBound(script: string, env: Record<string, string>, { asNobody = false } = {}): BoundProcesses {
  const home = mkdtempSync(join(tmpdir(), 'sapa-peramban-'))
  const someone = asNobody && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (someone.uid) chownSync(home, NOBODY, NOBODY)
  const logFile = join(home, 'log-uji')
  const log = openSync(logFile, 'a')
  const own = { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'Asia/Jakarta', HOME: home, XDG_RUNTIME_DIR: home }
  const shell = spawn('sh', ['-c', `${SOUND}\n${script}\ncat >/dev/null\nkill -KILL 0`], {
    detached: true,
    cwd: home,
    env: { NODE_ENV: 'test', ...own, ...env },
    stdio: ['pipe', log, log],
    ...someone,
  })
  closeSync(log)
  return { home, log: () => readFileSync(logFile, 'utf8'), stop: () => end(shell, home) }
}

async function end(shell: ChildProcess, home: string): Promise<void> {
  if (shell.exitCode === null && shell.signalCode === null) {
    shell.stdin?.end()
    await once(shell, 'exit')
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 10 })
}
