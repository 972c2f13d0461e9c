import { expect, test } from 'vitest'
import { statusSip } from './sip'
import { dayInWib } from './zona'

test.each([
  [null, 'tidak_diketahui'],
  ['2026-11-24', 'habis'],
  ['2026-11-25', 'segera'],
  ['2026-12-25', 'segera'],
  ['2026-12-26', 'berlaku'],
] as const)('a SIP until %s is %s on 25 November 2026', (until, status) => {
  expect(statusSip(until, '2026-11-25')).toBe(status)
})

test('the day changes at midnight in WIB, which is 17:00 in UTC', () => {
  expect(dayInWib(new Date('2026-11-25T16:59:59.999Z'))).toBe('2026-11-25')
  expect(dayInWib(new Date('2026-11-25T17:00:00.000Z'))).toBe('2026-11-26')
})
