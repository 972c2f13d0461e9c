import { expect, test } from 'vitest'
import { badgedTitle } from './page-badge'

test.each([
  ['Konsultasi · Sapa', 3, '(3) Konsultasi · Sapa'],
  ['(2) Konsultasi · Sapa', 3, '(3) Konsultasi · Sapa'],
  ['(2) Konsultasi · Sapa', 0, 'Konsultasi · Sapa'],
  ['Konsultasi · Sapa', 0, 'Konsultasi · Sapa'],
  ['dr. Sari (2) · Sapa', 1, '(1) dr. Sari (2) · Sapa'],
])('%s with %i unread is %s', (title, count, shown) => {
  expect(badgedTitle(title, count)).toBe(shown)
})
