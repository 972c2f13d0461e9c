import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenSetBack } from './clock'

const HOUR = 60 * 60 * 1000
const NOW = Date.UTC(2026, 10, 30, 12)

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Watches, and counts what it is told. */
function watch() {
  const told = vi.fn()
  return { told, end: whenSetBack(told) }
}

test('a clock that is set back is told of once, and one that is set back again, once more', () => {
  const { told, end } = watch()
  vi.advanceTimersByTime(HOUR)
  expect(told).not.toHaveBeenCalled()
  vi.setSystemTime(NOW)
  vi.advanceTimersByTime(HOUR / 2)
  expect(told).toHaveBeenCalledTimes(1)
  vi.setSystemTime(NOW)
  vi.advanceTimersByTime(HOUR / 2)
  expect(told).toHaveBeenCalledTimes(2)
  end()
  vi.setSystemTime(NOW - HOUR)
  vi.advanceTimersByTime(HOUR)
  expect(told).toHaveBeenCalledTimes(2)
})

test('a clock that is set forward, or kept right by a little, is nothing', () => {
  const { told, end } = watch()
  vi.setSystemTime(NOW + HOUR)
  vi.advanceTimersByTime(60_000)
  vi.setSystemTime(NOW + HOUR + 40_000)
  vi.advanceTimersByTime(60_000)
  expect(told).not.toHaveBeenCalled()
  end()
})
