import { describe, expect, test } from 'vitest'
import { adviceFor } from './version-watch'

const NOW = 100_000_000
const MINUTE = 60_000
const moment = {
  now: NOW,
  other: 'baru',
  since: NOW - 2 * MINUTE,
  reloadedFor: null,
  hidden: true,
  touchedAt: NOW - MINUTE,
  quiet: true,
}

describe('a page that hears of another build', () => {
  test('is loaded anew while nobody looks and nothing would be lost, or when nobody has touched it for long', () => {
    expect(adviceFor(moment)).toBe('reload')
    expect(adviceFor({ ...moment, hidden: false, touchedAt: NOW - 11 * MINUTE })).toBe('reload')
  })

  test('says so where somebody looks or something would be lost', () => {
    expect(adviceFor({ ...moment, hidden: false })).toBe('tell')
    expect(adviceFor({ ...moment, quiet: false })).toBe('tell')
  })

  test('does nothing while instances change one after the other', () => {
    expect(adviceFor({ ...moment, since: NOW - MINUTE / 2 })).toBe('nothing')
    expect(adviceFor({ ...moment, other: null })).toBe('nothing')
  })

  test('is not loaded anew a second time for the same build', () => {
    expect(adviceFor({ ...moment, reloadedFor: 'baru' })).toBe('tell')
    expect(adviceFor({ ...moment, reloadedFor: 'lama' })).toBe('reload')
  })
})
