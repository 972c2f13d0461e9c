import { ApiError, NetworkError } from './answer'

/**
 * Everything that pages poll for (decision 105), with the milliseconds between polls while all is well. Without realtime polling is the way to
 * hear, beside it a safety net. Hidden tabs go on only with what a badge shows.
 */
const POLLS = {
  percakapan: { alone: 2000, besideRealtime: 30_000, hidden: null },
  konsultasi: { alone: 2000, besideRealtime: 10_000, hidden: null },
  kabar: { alone: 2000, besideRealtime: 60_000, hidden: 10_000 },
} as const satisfies Record<string, { alone: number; besideRealtime: number; hidden: number | null }>

export type PolledFor = keyof typeof POLLS

export const pollsWhileHidden = (what: PolledFor): boolean => POLLS[what].hidden !== null

/** Milliseconds between polls while all is well. */
export function calmPause(
  what: PolledFor,
  { hasRealtime, isHidden }: { readonly hasRealtime: boolean; readonly isHidden: boolean },
): number {
  const { alone, besideRealtime, hidden } = POLLS[what]
  if (hasRealtime) return besideRealtime
  return (isHidden ? hidden : null) ?? alone
}

/** Something that is asked for again and again, as it stands. It lies in SWR's cache (app/_live/use-poll.ts). */
export interface Polled<Value> {
  /** The last answer; undefined before the first. */
  readonly value: Value | undefined
  /** How many attempts have failed since. */
  readonly failures: number
  /** Why the last one failed. */
  readonly error: unknown
  /** The server does not want to be asked sooner (`Retry-After`), in milliseconds since 1970. */
  readonly notBefore: number
}

/** Milliseconds after a failure: 2, 4, 8, 15, 15 … s. */
const FIRST_MS = 2000
const LONGEST_MS = 15_000

/** By this share each pause is shorter or longer: a thousand pages that a restart stopped together do not come back together. */
const JITTER = 0.2

/** Asks once more, unless it is too soon, beginning from what is known. Never rejects: SWR polls nothing whose last answer was an error. */
export async function askAgain<Value>(
  before: Polled<Value> | undefined,
  ask: (known: Value | undefined) => Promise<Value>,
  now: () => number = Date.now,
): Promise<Polled<Value>> {
  if (before && now() < before.notBefore) return before
  try {
    return { value: await ask(before?.value), failures: 0, error: null, notBefore: 0 }
  } catch (error) {
    const seconds = error instanceof ApiError || error instanceof NetworkError ? error.retryAfter : null
    return { value: before?.value, failures: (before?.failures ?? 0) + 1, error, notBefore: seconds === null ? 0 : now() + seconds * 1000 }
  }
}

/** Milliseconds until it is asked for again: `calm` while that works, else a pause that grows, never before the server wants it. */
export function pauseAfter(polled: Polled<unknown> | undefined, calm: number, now = Date.now(), random = Math.random()): number {
  const failures = polled?.failures ?? 0
  const pause = failures === 0 ? calm : Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS)
  return Math.max(pause * (1 + JITTER * (2 * random - 1)), (polled?.notBefore ?? 0) - now)
}
