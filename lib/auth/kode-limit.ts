import { env } from '@/lib/env'
import { type Limit, limiterOf, rateLimited } from './limiter'

/**
 * Codes of a second factor that did not fit, for each account: counted apart from passwords, so that whoever knows the password cannot wipe them
 * away by changing it. A code is one of a million; ten tries in 15 minutes find it in years.
 */
const WRONG_CODES: Limit = { name: 'kode', most: 10, seconds: 15 * 60 }

/** @throws Refusal `rate_limited`, for the right code too */
export async function refuseWhenTried(penggunaId: string): Promise<void> {
  if (!env().rateLimit) return
  const count = await limiterOf(WRONG_CODES).get(penggunaId)
  if (count && count.consumedPoints >= WRONG_CODES.most) throw rateLimited(count.msBeforeNext)
}

/** @returns whether this was the last one before codes are refused for a while: the moment to tell the account's owner */
export async function countWrongCode(penggunaId: string): Promise<boolean> {
  if (!env().rateLimit) return false
  return (await limiterOf(WRONG_CODES).penalty(penggunaId)).consumedPoints === WRONG_CODES.most
}

export async function forgetWrongCodes(penggunaId: string): Promise<void> {
  if (env().rateLimit) await limiterOf(WRONG_CODES).delete(penggunaId)
}
