import { describe, expect, test } from 'vitest'
import { ApiError, NetworkError } from './answer'
import { askAgain, calmPause, type Polled, pauseAfter, pollsWhileHidden } from './polling'

const CALM = 10_000
const NOW = 1_000_000
const fail = (error: unknown) => () => Promise.reject(error)
const failed = (failures: number): Polled<number> => ({ value: 7, failures, error: null, notBefore: 0 })

describe('what is polled', () => {
  test('keeps its last answer through failures, and counts them until one works', async () => {
    const first = await askAgain(undefined, async () => 7)
    const second = await askAgain(first, fail(new NetworkError('foreign')))
    const third = await askAgain(second, fail(new ApiError(503, 'unavailable', '')))
    expect([second.value, second.failures, third.value, third.failures]).toEqual([7, 1, 7, 2])
    expect(await askAgain(third, async () => 8)).toEqual({ value: 8, failures: 0, error: null, notBefore: 0 })
  })

  test('is not asked for before Retry-After is over, whoever wants to look', async () => {
    const told = await askAgain(failed(0), fail(new ApiError(503, 'unavailable', '', 30)), () => NOW)
    let asked = 0
    const look = async () => ++asked
    expect(await askAgain(told, look, () => NOW + 29_999)).toBe(told)
    expect(asked).toBe(0)
    expect((await askAgain(told, look, () => NOW + 30_000)).value).toBe(1)
    expect(pauseAfter(told, CALM, NOW, 0)).toBe(30_000)
  })

  test('after failures it pauses longer each time, but goes on for ever', () => {
    const pauses = [1, 2, 3, 4, 5, 50].map((failures) => pauseAfter(failed(failures), CALM, NOW, 0.5))
    expect(pauses).toEqual([2000, 4000, 8000, 15_000, 15_000, 15_000])
    expect(pauseAfter(failed(0), CALM, NOW, 0.5)).toBe(CALM)
  })

  test('no two pages keep the same step', () => {
    expect(pauseAfter(failed(0), CALM, NOW, 0)).toBe(8000)
    expect(pauseAfter(failed(0), CALM, NOW, 1)).toBe(12_000)
  })
})

describe('while all is well', () => {
  test('realtime makes of every poll a safety net', () => {
    for (const what of ['percakapan', 'konsultasi', 'kabar'] as const)
      expect(calmPause(what, { hasRealtime: true, isHidden: false })).toBeGreaterThan(
        calmPause(what, { hasRealtime: false, isHidden: false }),
      )
  })

  test('a hidden tab asks only for what a badge shows, and less often', () => {
    expect((['percakapan', 'konsultasi', 'kabar'] as const).filter(pollsWhileHidden)).toEqual(['kabar'])
    expect(calmPause('kabar', { hasRealtime: false, isHidden: true })).toBeGreaterThan(
      calmPause('kabar', { hasRealtime: false, isHidden: false }),
    )
  })
})
