import { expect, test } from 'vitest'
import { clientAddress } from './client-address.mjs'

test.each([
  ['nobody is trusted', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
  ['the peer is not our proxy', '203.0.113.9', '198.51.100.1', ['10.0.0.2'], '203.0.113.9'],
  ['our proxy says whom it was asked by', '10.0.0.2', '198.51.100.1', ['10.0.0.2'], '198.51.100.1'],
  ['a client that writes the header itself is not believed', '10.0.0.2', '127.0.0.1, 198.51.100.1', ['10.0.0.2'], '198.51.100.1'],
  ['two proxies of ours in a row', '10.0.0.2', '127.0.0.1, 198.51.100.1, 10.0.0.3', ['10.0.0.0/8'], '198.51.100.1'],
  ['our proxy says nothing', '10.0.0.2', undefined, ['10.0.0.2'], '10.0.0.2'],
  ['our proxy says what is no address', '10.0.0.2', 'unknown', ['10.0.0.2'], '10.0.0.2'],
  ['IPv4 inside IPv6', '::ffff:10.0.0.2', '::ffff:198.51.100.1', ['10.0.0.2'], '198.51.100.1'],
  ['a network of IPv6', 'fd00::2', '2001:db8::7', ['fd00::/8'], '2001:db8::7'],
  ['a connection that is gone', undefined, '198.51.100.1', ['10.0.0.2'], ''],
])('%s', (_, peer, forwardedFor, trusted, expected) => {
  expect(clientAddress(peer, forwardedFor, trusted)).toBe(expected)
})
