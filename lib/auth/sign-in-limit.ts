import { createHash } from 'node:crypto'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { pool } from '@/lib/data/pool'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'

/** So many refused sign-ins of one account, through both doors together, and then none for the rest of the window. */
const FAILURES_MAX = 10
const WINDOW_SECONDS = 15 * 60

/** And of one address, whichever accounts it tries: far above what a clinic behind it mistypes, far below what a list of passwords needs. */
const ADDRESS_FAILURES_MAX = 1000

const shared = globalThis as { sapaSignInLimit?: RateLimiterPostgres }

/** Counted in the database, where all instances see it; each account for itself, so that one guesser does not lock out a clinic behind one address. */
const limiter = (): RateLimiterPostgres => {
  shared.sapaSignInLimit ??= new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'batas_laju',
    tableCreated: true,
    keyPrefix: 'masuk',
    points: FAILURES_MAX,
    duration: WINDOW_SECONDS,
  })
  return shared.sapaSignInLimit
}

/** The same for accounts that do not exist, so that the limit tells nobody who does. The table keeps neither e-mail nor network address. */
const keyOf = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
const keyOfAddress = (alamat: string) => `alamat:${createHash('sha256').update(alamat).digest('base64url')}`

/** `alamat` is where it is tried from, null when nobody knows. @throws Refusal `rate_limited`, for the right password too */
export async function refuseWhenGuessed(email: string, alamat: string | null): Promise<void> {
  if (!env().rateLimit) return
  await refuseAbove(keyOf(email), FAILURES_MAX)
  if (alamat) await refuseAbove(keyOfAddress(alamat), ADDRESS_FAILURES_MAX)
}

async function refuseAbove(key: string, most: number): Promise<void> {
  const count = await limiter().get(key)
  if (count && count.consumedPoints >= most) throw new Refusal('rate_limited', { retryAfterSeconds: count.msBeforeNext / 1000 })
}

export async function countFailure(email: string, alamat: string | null): Promise<void> {
  if (!env().rateLimit) return
  await limiter().penalty(keyOf(email))
  if (alamat) await limiter().penalty(keyOfAddress(alamat))
}

export async function forgetFailures(email: string): Promise<void> {
  if (env().rateLimit) await limiter().delete(keyOf(email))
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
