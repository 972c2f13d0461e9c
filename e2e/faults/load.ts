import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { readProc } from '@/e2e/proc'
import { followJournal, type Step, type Verdict } from './journal'

const run = promisify(execFile)
const program = (name: string, ...args: string[]) => ['--import', 'tsx', `e2e/faults/${name}.ts`, ...args]

/** A conversation that is driven, and a session that may read it. */
export interface Driven {
  readonly id: string
  /** One sender for each. */
  readonly tokens: readonly string[]
  /** One more for each of these, who sends a file with each pesan. */
  readonly withFiles?: readonly string[]
}

/** Starts the driver, a program of its own, and tells how far it is. `journal` is the file that it writes down everything in. */
export function startLoad(url: string, { id, tokens, withFiles = [] }: Driven, journal: string) {
  const senders = [...tokens, ...withFiles.map((token) => `berkas:${token}`)]
  const driver: ChildProcess = spawn(process.execPath, program('driver', journal, url, id, ...senders), { stdio: 'inherit' })
  const { lines, count } = followJournal(journal)
  return {
    acknowledged: () => count('acknowledged'),
    /** Of those that have a file. */
    acknowledgedFiles: () => {
      const written = lines()
      const files = new Set(written.flatMap((line) => (line.was === 'sent' && line.sha256 ? [line.client_id] : [])))
      return written.filter((line) => line.was === 'acknowledged' && files.has(line.client_id)).length
    },
    /** Attempts that were made again afterwards. */
    failed: () => count('failed'),
    /** The statuses of those of one step, as they came; null where there was no answer. */
    failures: (step: Step) => lines().flatMap((line) => (line.was === 'failed' && line.step === step ? [line.status ?? null] : [])),
    /** How many sends are under way at once: written down, not yet acknowledged. */
    inFlight: () => count('sent') - count('acknowledged'),
    /** Lets the last sends end. */
    stop: async () => {
      if (driver.exitCode !== null || driver.signalCode !== null) return
      driver.kill('SIGTERM')
      await once(driver, 'exit')
    },
    kill: () => driver.kill('SIGKILL'),
  }
}

/** What the checker, another program, makes of the journal. */
export async function check(url: string, { id, tokens: [token = ''] }: Driven, journal: string): Promise<Verdict> {
  const { stdout } = await run(process.execPath, program('checker', journal, url, id, token))
  return JSON.parse(stdout) as Verdict
}

/** A zombie is gone too: only its parent has not looked yet. */
export const isGone = (pid: number): boolean => /^$|\) Z /.test(readProc(pid, 'stat'))
