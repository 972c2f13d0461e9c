import { setTimeout as delay } from 'node:timers/promises'
import { log } from '@/lib/log'

/** Something that runs until it is stopped, or ends for a reason of its own. */
export interface Running {
  /** Settles when it has ended, however that came. */
  readonly promise: Promise<unknown>
  /** Refused by what has ended already. */
  readonly stop: () => Promise<unknown>
}

/** Before another beginning, in milliseconds: what ended the last one may still be there. */
const PAUSE_MS = 5000

/**
 * Keeps the job worker running: whatever ended it, it begins anew, again and again until that succeeds. Only that it could not begin the first time is
 * the caller's to hear.
 * @returns `beginAnew` ends it, so that it begins again; `stop` ends it for good
 */
export async function keepRunning(
  begin: () => Promise<Running>,
  pauseMs = PAUSE_MS,
): Promise<{ beginAnew: () => void; stop: () => Promise<void> }> {
  const over = new AbortController()
  let current: Running | null = await begin()
  let isAskedFor = false
  const watched = watch()
  return {
    beginAnew: () => {
      isAskedFor = true
      void end()
    },
    stop: async () => {
      over.abort()
      await end()
      await watched
    },
  }

  async function watch(): Promise<void> {
    while (current) {
      const error = await reasonOf(current.promise)
      current = null
      if (over.signal.aborted) return
      if (!isAskedFor) await complain(error)
      isAskedFor = false
      current = await begun()
      if (over.signal.aborted) await end()
    }
  }

  /** null when it was told to stop meanwhile. */
  async function begun(): Promise<Running | null> {
    while (!over.signal.aborted) {
      const running = await begin().catch(complain)
      if (running) return running
    }
    return null
  }

  async function complain(error: unknown): Promise<void> {
    log.error('the job worker stopped', error ? { error } : {})
    await delay(pauseMs, undefined, { signal: over.signal }).catch(() => undefined)
  }

  async function end(): Promise<void> {
    await current?.stop().catch(() => undefined)
  }
}

const reasonOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )
