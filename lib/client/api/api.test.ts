import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ask } from './api'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** An answer of which a piece comes every so many milliseconds, until it is given up. */
function slowAnswer(pieces: readonly string[], every: number) {
  vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
    const body = new ReadableStream<Uint8Array>({
      start(line) {
        signal.addEventListener('abort', () => line.error(signal.reason))
        const unlessGivenUp = (act: () => void) => () => {
          if (!signal.aborted) act()
        }
        for (const [n, piece] of pieces.entries())
          setTimeout(
            unlessGivenUp(() => line.enqueue(new TextEncoder().encode(piece))),
            every * (n + 1),
          )
        setTimeout(
          unlessGivenUp(() => line.close()),
          every * (pieces.length + 1),
        )
      },
    })
    return new Response(body)
  })
}

const PIECES = [...'{"success":true,"data":"é"}']

test('an answer may take as long as it wants while something comes', async () => {
  slowAnswer(PIECES, 3000)
  const answer = ask('GET /kabar')
  await vi.advanceTimersByTimeAsync(3000 * (PIECES.length + 1))
  expect((await answer).body).toEqual({ success: true, data: 'é' })
})

test('after 10 s of silence it is given up', async () => {
  slowAnswer(PIECES, 11_000)
  const answer = ask('GET /kabar').catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10_001)
  expect(await answer).toMatchObject({ name: 'NetworkError', reason: 'timeout' })
})

test('where the time is given, it is over then, whatever comes', async () => {
  slowAnswer(PIECES, 500)
  const answer = ask('GET /kabar', { timeout: 2000 }).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(2001)
  expect(await answer).toMatchObject({ reason: 'timeout' })
})

test('what a browser never ends, not even when it is told to, is given up all the same', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  const answer = ask('GET /kabar').catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10_001)
  expect(await answer).toMatchObject({ name: 'NetworkError', reason: 'timeout' })
})
