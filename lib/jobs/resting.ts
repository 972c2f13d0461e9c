import { NoAnswer } from './public-request'

/** An origin that did not answer is asked nothing for so long, in milliseconds: less than lies between two late tries of one job. */
const REST_MS = 20_000

/** Origins that are remembered at once; whoever could name more of them would only be asked sooner again. */
const ORIGINS_MAX = 1000

/** It did not answer a moment ago. */
class Resting extends Error {
  override name = 'Resting'
  readonly code = 'RESTING'
}

/** Until when, by a clock that nobody sets, each silent origin is left alone. */
const resting = new Map<string, number>()

/**
 * Asks this origin, unless it left somebody without an answer a moment ago: a service that is dead would hold each who asks for seconds. After the rest
 * one asks whether it is back, and the others still do not wait.
 * @throws Resting, and whatever `ask` throws
 */
export async function unlessResting<Answer>(origin: string, ask: () => Promise<Answer>, restMs = REST_MS): Promise<Answer> {
  const until = resting.get(origin)
  if (until !== undefined && performance.now() < until) throw new Resting('it did not answer a moment ago')
  if (until !== undefined) rest(origin, restMs)
  try {
    const answer = await ask()
    resting.delete(origin)
    return answer
  } catch (error) {
    if (error instanceof NoAnswer) rest(origin, restMs)
    else resting.delete(origin)
    throw error
  }
}

function rest(origin: string, restMs: number): void {
  if (resting.size >= ORIGINS_MAX) resting.clear()
  resting.set(origin, performance.now() + restMs)
}
