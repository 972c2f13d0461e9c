import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/data/pool'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'

/** So many letters that reset a password to one address, and then none for the rest of the hour. */
const LETTERS_MAX = 3
const WINDOW_SECONDS = 60 * 60

const shared = globalThis as { sapaResetLimit?: RateLimiterPostgres }

/** Counted in the database, where all instances see it. */
const limiter = (): RateLimiterPostgres => {
  shared.sapaResetLimit ??= new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'batas_laju',
    tableCreated: true,
    keyPrefix: 'sandi',
    points: LETTERS_MAX,
    duration: WINDOW_SECONDS,
  })
  return shared.sapaResetLimit
}

/** Addresses without an account count as the others do, so that the limit tells nobody who has one. @throws Refusal `rate_limited` */
export async function countLetter(email: string): Promise<void> {
  if (!env().rateLimit) return
  const key = createHash('sha256').update(email).digest('base64url')
  await limiter()
    .consume(key)
    .catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? new Refusal('rate_limited', { retryAfterSeconds: refusal.msBeforeNext / 1000 }) : refusal
    })
}
