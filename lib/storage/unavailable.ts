import { Refusal } from '@/lib/domain/refusal'
import { log } from '@/lib/log'

/** How long a store may take, or be silent, in milliseconds: with all that surrounds it, a request is answered 503 within 10 s. */
export const PATIENCE_MS = 6000

/** A client is told to come back after so many seconds. */
const RETRY_SECONDS = 5

/** Whatever goes wrong with a disk or a store is "not now" for the client, and a line in the log for the operator. */
export async function orUnavailable<Result>(what: string, work: Promise<Result>, patienceMs = PATIENCE_MS): Promise<Result> {
  try {
    return await inTime(work, patienceMs)
  } catch (error) {
    if (error instanceof Refusal) throw error
    log.warn(`the file store failed: ${what}`, { service: 'storage', error })
    throw unavailable()
  }
}

export const unavailable = (): Refusal => new Refusal('unavailable', { retryAfterSeconds: RETRY_SECONDS })

/** A call into a file system that hangs (a network disk) cannot be taken back, but nobody has to wait for it. */
async function inTime<Result>(work: Promise<Result>, patienceMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), patienceMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

class TooSlow extends Error {
  override name = 'TooSlow'
}
