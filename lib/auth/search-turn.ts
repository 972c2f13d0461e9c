import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { rateLimited } from './limiter'

/** At most 4 searches of one person wait for the one under way; a page has one, and another while somebody goes on typing. */
const WAITING_MAX = 4

/** When whoever is refused may come back, in milliseconds. */
const BACK_MS = 1000

interface Turn {
  waiting: number
  last: Promise<unknown>
}

const turns = onePerProcess('searches', () => new Map<string, Turn>())

/**
 * One search of a person at a time in each instance, so that nobody takes the connections that everybody's conversations need.
 * @throws Refusal `rate_limited` when too many wait already
 */
export async function inTurnOf<Result>(penggunaId: string, search: () => Promise<Result>, waitingMax = WAITING_MAX): Promise<Result> {
  const turn = turns.get(penggunaId) ?? { waiting: 0, last: Promise.resolve() }
  if (turn.waiting > waitingMax) throw rateLimited(BACK_MS)
  turns.set(penggunaId, turn)
  turn.waiting += 1
  const mine = turn.last.then(search)
  turn.last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    turn.waiting -= 1
    if (turn.waiting === 0) turns.delete(penggunaId)
  }
}
