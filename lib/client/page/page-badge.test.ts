import { expect, test } from 'vitest'
import { badgedTitle } from './page-badge'
import { urgentTitle } from './urgent-title'

test.each([
  ['Konsultasi · Sapa', 3, '(3) Konsultasi · Sapa'],
  ['(2) Konsultasi · Sapa', 3, '(3) Konsultasi · Sapa'],
  ['(2) Konsultasi · Sapa', 0, 'Konsultasi · Sapa'],
  ['Konsultasi · Sapa', 0, 'Konsultasi · Sapa'],
  ['dr. Sari (2) · Sapa', 1, '(1) dr. Sari (2) · Sapa'],
])('%s with %i unread is %s', (title, count, shown) => {
  expect(badgedTitle(title, count)).toBe(shown)
})

test.each([
  ['Budi · Sapa', true, '❗ Budi · Sapa'],
  ['(2) Budi · Sapa', true, '(2) ❗ Budi · Sapa'],
  ['(2) ❗ Budi · Sapa', true, '(2) ❗ Budi · Sapa'],
  ['(2) ❗ Budi · Sapa', false, '(2) Budi · Sapa'],
  ['Budi · Sapa', false, 'Budi · Sapa'],
])('%s that cannot wait (%s) is %s', (title, urgent, shown) => {
  expect(urgentTitle(title, urgent)).toBe(shown)
})

test('the count is written around the mark', () => {
  expect(badgedTitle('(2) ❗ Budi', 3)).toBe('(3) ❗ Budi')
  expect(badgedTitle('❗ Budi', 3)).toBe('(3) ❗ Budi')
})
