import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { orUnavailable, PATIENCE_MS, unavailable } from './unavailable'

/**
 * Calls into the folder of files that are under way at once. Each holds a thread of this process until the disk answers, and everybody else needs threads
 * too: to pack an answer, to check a password. There are `UV_THREADPOOL_SIZE` of them (lib/cli/web.ts).
 */
const AT_ONCE = 6

const gate = onePerProcess('disk', () => ({ underWay: 0, waiting: [] as (() => void)[] }))

/**
 * Does something with a file. A disk that hangs keeps `AT_ONCE` threads and nobody: neither who waits for it, nor who comes later.
 * @throws Refusal `unavailable` when it fails, or is not done in time
 */
export const onDisk = <Result>(what: string, call: () => Promise<Result>, patienceMs = PATIENCE_MS): Promise<Result> =>
  orUnavailable(what, throughGate(call, patienceMs), patienceMs)

async function throughGate<Result>(call: () => Promise<Result>, patienceMs: number): Promise<Result> {
  await enter(patienceMs)
  try {
    return await call()
  } finally {
    leave()
  }
}

async function enter(patienceMs: number): Promise<void> {
  if (gate.underWay < AT_ONCE) {
    gate.underWay += 1
    return
  }
  await new Promise<void>((go, fail) => {
    const begin = () => {
      clearTimeout(late)
      go()
    }
    const late = setTimeout(() => {
      gate.waiting.splice(gate.waiting.indexOf(begin), 1)
      fail(unavailable())
    }, patienceMs)
    gate.waiting.push(begin)
  })
}

/** The next one takes the place over. */
function leave(): void {
  const next = gate.waiting.shift()
  if (next) next()
  else gate.underWay -= 1
}
