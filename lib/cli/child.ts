import { spawn } from 'node:child_process'
import { root } from './bootstrap.mjs'

export type Finished = { code: number | null; signal: NodeJS.Signals | null; output: string }

/** Children of the preparation that still run; a stop ends them (lifecycle.ts). */
const running = new Set<() => void>()

/**
 * Runs a tool of the project with this Node.js and waits for it. `quiet` keeps what it says for the case that it fails.
 * A failure is an answer here, not an error.
 */
export function runNode(
  args: string[],
  { env = {}, quiet = false }: { env?: Record<string, string>; quiet?: boolean } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? 'pipe' : 'inherit'
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', stdio, stdio] })
    const kill = () => child.kill('SIGTERM')
    running.add(kill)
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      running.delete(kill)
      resolve({ code, signal, output })
    })
  })
}

export function endRunning() {
  for (const kill of running) kill()
}
