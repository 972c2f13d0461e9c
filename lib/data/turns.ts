import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { Refusal } from '@/lib/domain/refusal'
import { refuseInsideTransaction } from './sql'

/** How long one waits for a turn, in milliseconds: what waits is answered within 10 s. */
const WAIT_MS = 8000

/** Of each name at which something is done now: who waits, the first first. */
const queues = onePerProcess('turns', () => new Map<string, (() => void)[]>())

/**
 * Does `work` when all that came before it under this name has ended, in this process, and tells it whether it had to wait for that. For what would
 * only get into its own way, and for long: here it waits without a connection, so that everybody else still finds one.
 * @throws Refusal `unavailable` when its turn has not come after 8 s, and whatever `work` throws
 */
export async function inTurn<Result>(name: string, work: (waited: boolean) => Promise<Result>): Promise<Result> {
  refuseInsideTransaction()
  const waited = await enter(name)
  try {
    return await work(waited)
  } finally {
    leave(name)
  }
}

/** @returns whether it had to wait for that */
async function enter(name: string): Promise<boolean> {
  const waiting = queues.get(name)
  if (!waiting) {
    queues.set(name, [])
    return false
  }
  await new Promise<void>((done, fail) => {
    const begin = () => {
      clearTimeout(deadline)
      done()
    }
    const deadline = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1)
      fail(new Refusal('unavailable', { retryAfterSeconds: 5 }))
    }, WAIT_MS)
    waiting.push(begin)
  })
  return true
}

function leave(name: string): void {
  const next = queues.get(name)?.shift()
  if (next) next()
  else queues.delete(name)
}
