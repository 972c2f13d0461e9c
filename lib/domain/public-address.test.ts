import { expect, test } from 'vitest'
import { isPublicAddress, isPublicHttps } from './public-address'

const PRIVATE = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.1.2.3',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:4136:e378::1',
  '2001:db8::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
]
const PUBLIC = ['8.8.8.8', '203.119.13.77', '172.32.0.1', '2a00:1450:4001:80b::200a', '::ffff:8.8.8.8']

test.each(PRIVATE)('%s is not for us to connect to', (address) => {
  expect(isPublicAddress(address)).toBe(false)
  expect(isPublicHttps(`https://${address.includes(':') ? `[${address}]` : address}/push`)).toBe(false)
})

test.each(PUBLIC)('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  'http://push.example.com/a',
  'https://localhost/a',
  'https://localhost./a',
  'https://push.localhost/a',
  'https://printer.local/a',
  'https://metadata.google.internal/a',
  'https://intranet/a',
  'https://0x7f000001/a',
  'https://2130706433/a',
  'https://127.1/a',
  'https://0177.0.0.1/a',
  'https://①②⑦.0.0.1/a',
  'https://user:pass@push.example.com/a',
  'https://push.example.com:8443/a',
  'https://8.8.8.8:22/a',
  'ftp://push.example.com/a',
  '//push.example.com/a',
  'push.example.com',
  'javascript:alert(1)',
  '',
])('%s is no public https address', (text) => {
  expect(isPublicHttps(text)).toBe(false)
})

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com:443/wpush/v2/x',
  'https://web.push.apple.com/Q',
])('%s is one', (text) => {
  expect(isPublicHttps(text)).toBe(true)
})
