import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exclusively } from './exclusively'

/** A browser in which another tab holds every lock, until it lets go. */
let letGo: () => void

beforeEach(() => {
  vi.useFakeTimers()
  // Vitest's clock does not reach this one.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), ms)
    return controller.signal
  })
  const held = new Promise<void>((done) => {
    letGo = done
  })
  const request = async (_: string, { signal }: { signal?: AbortSignal }, act: () => Promise<unknown>) => {
    const givenUp = new Promise<never>((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)))
    await Promise.race([held, givenUp])
    return act()
  }
  vi.stubGlobal('navigator', { locks: { request } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('a tab that sleeps with the lock holds up no text for longer than 15 s', async () => {
  const act = vi.fn(async () => 'terkirim')
  const sent = exclusively('sapa:kirim', false, act)
  await vi.advanceTimersByTimeAsync(14_000)
  expect(act).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1001)
  expect(await sent).toBe('terkirim')
  expect(act).toHaveBeenCalledTimes(1)
})

test('a file waits for as long as it takes: brought twice it would be two', async () => {
  const act = vi.fn(async () => 'terkirim')
  const sent = exclusively('sapa:kirim', true, act)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(act).not.toHaveBeenCalled()
  letGo()
  expect(await sent).toBe('terkirim')
})

test('what fails under the lock fails, and is not done a second time without it', async () => {
  letGo()
  const act = vi.fn(() => Promise.reject(new Error('rusak')))
  await expect(exclusively('sapa:kirim', false, act)).rejects.toThrow('rusak')
  expect(act).toHaveBeenCalledTimes(1)
})
