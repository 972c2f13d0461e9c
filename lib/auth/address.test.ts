import { expect, test } from 'vitest'
import { networkOf } from './address'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::'],
  ['bukan alamat', 'bukan alamat'],
  [null, ''],
])('%s counts as %s', (alamat, network) => {
  expect(networkOf(alamat)).toBe(network)
})
