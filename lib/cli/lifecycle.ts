import { setTimeout as delay } from 'node:timers/promises'
import { log } from '@/lib/log'
import { endRunning } from './child'
import { inspectProcess, isAlive } from './process-identity.mjs'

type Step = () => Promise<void> | void

/** How long one stage may take, in milliseconds; all of them together stay under the 10 s that were promised. */
const patience = 6000

/** All that was started, in order; it is ended in the opposite order. */
const started: Step[][] = []

let stopping: Promise<void> | undefined

/** Stages end in the opposite order of starting; what stands in one stage ends at the same time. */
export function onStop(step: Step, stage: 'next' | 'same' = 'next') {
  const last = started.at(-1)
  if (stage === 'same' && last) last.push(step)
  else started.push([step])
}

export const isStopping = () => stopping !== undefined

/**
 * Ends everything at SIGTERM, SIGINT or SIGHUP, and when whoever started us is gone: npm runs us through a shell, and a SIGTERM to npm
 * alone ends that shell but does not reach us.
 */
export function endWithParentsAndSignals() {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      log.info('stopping', { signal })
      void stopAndExit(0)
    })
  }
  const ancestors = ancestorsToWatch()
  const isOrphan = () => process.ppid !== ancestors[0] || ancestors.slice(1).some((pid) => !isAlive(pid))
  if (ancestors.length > 0) setInterval(() => isOrphan() && void stopAndExit(0), 500).unref()
}

/** Ends what was started, within 10 s, and the process. A second call waits for the first. */
export async function stopAndExit(code: number): Promise<never> {
  stopping ??= stopAll()
  await stopping
  process.exit(code)
}

async function stopAll() {
  // Whatever hangs must not keep the operator waiting: the postmaster's guard and the children's channels end the rest when we go.
  setTimeout(() => process.exit(1), 9500).unref()
  endRunning()
  for (const stage of started.reverse()) await Promise.race([Promise.allSettled(stage.map(async (step) => step())), delay(patience)])
}

/** Under npm: our parent, and npm itself where a shell stands between. Started in another way nobody else's end is ours. */
function ancestorsToWatch(): number[] {
  if (!process.env.npm_lifecycle_event && !process.connected) return []
  const parent = inspectProcess(process.ppid)
  const isShell = parent !== null && /^(ba|da|z|k|)sh$|^busybox$/.test(parent.program)
  return isShell && parent.parent > 1 ? [process.ppid, parent.parent] : [process.ppid]
}
