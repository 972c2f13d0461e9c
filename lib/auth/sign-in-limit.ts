import { emailOf } from '@/lib/domain/email'
import { env } from '@/lib/env'
import { hashedKey, type Limit, limiterOf, rateLimited } from './limiter'

/**
 * So many refused sign-ins of one account, through both doors together, and then none for the rest of the window. Each account counts for
 * itself, so that one guesser does not lock out a clinic behind one address.
 */
const FAILURES: Limit = { name: 'masuk', most: 10, seconds: 15 * 60 }

/** And of one address, whichever accounts it tries: far above what a clinic behind it mistypes, far below what a list of passwords needs. */
const ADDRESS_FAILURES_MAX = 1000

/** The same for accounts that do not exist, so that the limit tells nobody who does. */
const keyOf = (email: string) => hashedKey(emailOf(email))
const keyOfAddress = (alamat: string) => `alamat:${hashedKey(alamat)}`

/** `alamat` is where it is tried from, null when nobody knows. @throws Refusal `rate_limited`, for the right password too */
export async function refuseWhenGuessed(email: string, alamat: string | null): Promise<void> {
  if (!env().rateLimit) return
  await refuseAbove(keyOf(email), FAILURES.most)
  if (alamat) await refuseAbove(keyOfAddress(alamat), ADDRESS_FAILURES_MAX)
}

async function refuseAbove(key: string, most: number): Promise<void> {
  const count = await limiterOf(FAILURES).get(key)
  if (count && count.consumedPoints >= most) throw rateLimited(count.msBeforeNext)
}

export async function countFailure(email: string, alamat: string | null): Promise<void> {
  if (!env().rateLimit) return
  await limiterOf(FAILURES).penalty(keyOf(email))
  if (alamat) await limiterOf(FAILURES).penalty(keyOfAddress(alamat))
}

export async function forgetFailures(email: string): Promise<void> {
  if (env().rateLimit) await limiterOf(FAILURES).delete(keyOf(email))
}

const queues = new Map<string, Promise<unknown>>()

/** Attempts at one account run one after the other here, so that a burst of guesses cannot all pass before the first is counted. */
export async function inTurn<Result>(email: string, attempt: () => Promise<Result>): Promise<Result> {
  const key = keyOf(email)
  const turn = (queues.get(key) ?? Promise.resolve()).then(attempt, attempt)
  const settled = turn.catch(() => undefined)
  queues.set(key, settled)
  try {
    return await turn
  } finally {
    if (queues.get(key) === settled) queues.delete(key)
  }
}
