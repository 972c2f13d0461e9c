import { expect, test } from 'vitest'
import { canRing } from './penanda'

test.each([
  ['2026-11-29T10:00:00.000Z', '2026-11-29T10:00:00.000Z', false],
  ['2026-11-29T10:00:00.001Z', '2026-11-29T10:00:00.000Z', true],
  ['2026-11-29T09:59:59.999Z', '2026-11-29T10:00:00.000Z', false],
  ['2027-11-29T10:00:00.000Z', '2026-11-29T10:00:00.000Z', true],
  ['2027-11-29T10:00:00.001Z', '2026-11-29T10:00:00.000Z', false],
  ['2029-03-01T00:00:00.000Z', '2028-02-29T00:00:00.000Z', true],
])('at %s one may be reminded, asked at %s: %s', (at, now, may) => {
  expect(canRing(new Date(at), new Date(now))).toBe(may)
})
