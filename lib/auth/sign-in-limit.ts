import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { emailOf } from '@/lib/domain/email'
import { env } from '@/lib/env'
import { networkOf } from './address'
import { consume, hashedKey, type Limit, limiterOf, rateLimited } from './limiter'

/**
 * After 10 refused sign-ins of one account, through both doors together, there are none for the rest of the window. Each account counts for
 * itself, so that one guesser does not lock out a clinic behind one address.
 */
const FAILURES: Limit = { name: 'masuk', most: 10, seconds: 15 * 60 }

/** And of one network, whichever accounts it tries: far above what a clinic behind it mistypes, far below what a list of passwords needs. */
const NETWORK_FAILURES_MAX = 1000

/** Above that, accounts that have signed in from this network go on as before; all others together may try this often. */
const STRANGERS: Limit = { name: 'masuk-asing', most: 30, seconds: 60 }

/** A network is remembered as one that an account signs in from for 90 days. */
const KNOWN: Limit = { name: 'masuk-dikenal', most: 1, seconds: 90 * 24 * 60 * 60 }

/** The same for accounts that do not exist, so that the limit tells nobody who does. */
const keyOf = (email: string) => hashedKey(emailOf(email))
const keyOfNetwork = (alamat: string) => `alamat:${hashedKey(networkOf(alamat))}`
const keyOfPair = (email: string, alamat: string) => hashedKey(`${emailOf(email)} ${networkOf(alamat)}`)

/**
 * Lets somebody try, or not. The try counts for the network from here on, so that a burst cannot pass before the first is counted; `letIn` gives it
 * back. `alamat` is where it is tried from, null when nobody knows. @throws Refusal `rate_limited`, for the right password too
 */
export async function refuseWhenGuessed(email: string, alamat: string | null): Promise<void> {
  if (!env().rateLimit) return
  const count = await limiterOf(FAILURES).get(keyOf(email))
  if (count && count.consumedPoints >= FAILURES.most) throw rateLimited(count.msBeforeNext)
  if (!alamat) return
  const network = await limiterOf(FAILURES).penalty(keyOfNetwork(alamat))
  if (network.consumedPoints <= NETWORK_FAILURES_MAX) return
  if (!(await limiterOf(KNOWN).get(keyOfPair(email, alamat)))) await consume(STRANGERS, keyOfNetwork(alamat))
}

export async function countFailure(email: string): Promise<void> {
  if (env().rateLimit) await limiterOf(FAILURES).penalty(keyOf(email))
}

/** The try was none of a guesser: it does not count for its network. Says nothing of the account's failures. */
export async function giveBack(alamat: string | null): Promise<void> {
  if (env().rateLimit && alamat) await limiterOf(FAILURES).reward(keyOfNetwork(alamat))
}

/** Its owner is in: the account's failures are forgotten, and the network is known as one of theirs. */
export async function letIn(email: string, alamat: string | null): Promise<void> {
  if (!env().rateLimit) return
  await giveBack(alamat)
  await forgetFailures(email)
  if (alamat) await limiterOf(KNOWN).set(keyOfPair(email, alamat), 1, KNOWN.seconds)
}

export async function forgetFailures(email: string): Promise<void> {
  if (env().rateLimit) await limiterOf(FAILURES).delete(keyOf(email))
}

const queues = onePerProcess('sign-ins', () => new Map<string, Promise<unknown>>())

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
