import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'

/**
 * Lets in only who shows the operator's METRICS_TOKEN; without one there are no metrics.
 * @throws Refusal `not_found`, `unauthenticated`
 */
export function refuseScraper(authorization: string | null): void {
  const token = env().metricsToken
  if (token === null) throw new Refusal('not_found')
  if (!isSame(authorization ?? '', `Bearer ${token}`)) throw new Refusal('unauthenticated')
}

/** Digests have one length, so the comparison takes the same time whatever was guessed. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digestOf(given), digestOf(expected))

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
