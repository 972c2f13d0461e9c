import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { pool } from '@/lib/data/pool'
import { refuseInsideTransaction } from '@/lib/data/sql'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'

/** How often something may be done in a window that begins with the first time. */
export interface Limit {
  /** Names the rows; never changed, or what was counted is forgotten. */
  readonly name: string
  readonly most: number
  readonly seconds: number
}

const limiters = onePerProcess('limiters', () => new Map<string, RateLimiterPostgres>())

/** Counts in the database, where all instances see it. */
export function limiterOf({ name, most, seconds }: Limit): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'batas_laju',
    tableCreated: true,
    keyPrefix: name,
    points: most,
    duration: seconds,
  })
  limiters.set(name, limiter)
  return limiter
}

/** Counts `times` more for this key. @throws Refusal `rate_limited` when that is beyond the limit */
export async function consume(limit: Limit, key: string, times = 1): Promise<void> {
  refuseInsideTransaction()
  if (!env().rateLimit) return
  await limiterOf(limit)
    .consume(key, times)
    .catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? rateLimited(refusal.msBeforeNext) : refusal
    })
}

export const rateLimited = (msBeforeNext: number): Refusal => new Refusal('rate_limited', { retryAfterSeconds: msBeforeNext / 1000 })

/** The table keeps neither e-mail nor network address. */
export const hashedKey = (text: string): string => createHash('sha256').update(text).digest('base64url')
