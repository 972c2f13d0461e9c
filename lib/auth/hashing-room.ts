import { availableParallelism } from 'node:os'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { Refusal } from '@/lib/domain/refusal'

/**
 * Hashing a password keeps a core busy for about 30 ms, on one of the few threads that also compress answers, read files and look names up. So all
 * but one core hash at once, and who waits, waits in a line of their own network: from one line after the other the first is let in, so that a
 * burst from one place holds up nobody else.
 */
interface Room {
  /** Does this when it is its turn. @throws Refusal `unavailable` when too many wait */
  enter<Result>(network: string, work: () => Promise<Result>): Promise<Result>
}

interface Waiting {
  readonly admit: () => void
  readonly refuse: (refusal: Refusal) => void
}

const SECONDS_TO_WAIT = 2

/** @param most how many work at once @param waitingMost how many may wait in all */
export function openRoom(most: number, waitingMost: number): Room {
  let working = 0
  let waiting = 0
  /** In the order in which they are next; whoever was let in goes to the end. */
  const lines = new Map<string, Waiting[]>()

  const leave = () => {
    working -= 1
    const [network, line] = lines.entries().next().value ?? []
    const first = line?.shift()
    if (network === undefined || !line || !first) return
    lines.delete(network)
    if (line.length > 0) lines.set(network, line)
    waiting -= 1
    working += 1
    first.admit()
  }

  /** Where the room is full, the last of the longest line gives way, be it the one who comes. */
  const makeRoom = (network: string) => {
    const [longest] = [...lines.values()].sort((a, b) => b.length - a.length)
    if (!longest || longest.length <= (lines.get(network)?.length ?? 0) + 1) throw isFull()
    longest.pop()?.refuse(isFull())
    waiting -= 1
  }

  const turn = (network: string) => {
    if (waiting >= waitingMost) makeRoom(network)
    waiting += 1
    return new Promise<void>((admit, refuse) => {
      const line = lines.get(network)
      if (line) line.push({ admit, refuse })
      else lines.set(network, [{ admit, refuse }])
    })
  }

  return {
    async enter(network, work) {
      if (working < most) working += 1
      else await turn(network)
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}

const isFull = () => new Refusal('unavailable', { retryAfterSeconds: SECONDS_TO_WAIT, messageKey: 'ramai' })

const WAITING_MAX = 50

export const hashingRoom = onePerProcess('hashing room', () => openRoom(Math.max(1, availableParallelism() - 1), WAITING_MAX))
