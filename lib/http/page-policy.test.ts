import { expect, test } from 'vitest'
import type { RealtimeConfig } from '@/lib/contract/realtime'
import { pagePolicy } from './page-policy'

const pusher = (change: object): RealtimeConfig => ({
  driver: 'pusher',
  key: 'k',
  cluster: '',
  host: null,
  port: null,
  tls: true,
  ...change,
})

const connectionsOf = (realtime: RealtimeConfig) =>
  pagePolicy({ nonce: 'abc', realtime, development: false })
    .split('; ')
    .find((directive) => directive.startsWith('connect-src'))

test.each([
  ['polling', { driver: 'polling' } as const, "connect-src 'self'"],
  ['an embedded gateway', pusher({ host: 'klinik.test', port: 3001, tls: false }), "connect-src 'self' ws://klinik.test:3001"],
  ['a server of the clinic', pusher({ host: 'ws.klinik.test', port: 443 }), "connect-src 'self' wss://ws.klinik.test:443"],
  ['a cluster', pusher({ cluster: 'ap1' }), "connect-src 'self' wss://ws-ap1.pusher.com https://sockjs-ap1.pusher.com"],
  ['a host that is none', pusher({ host: 'x; script-src *', port: 1 }), "connect-src 'self'"],
  ['an IPv6 address', pusher({ host: '[::1]', port: 3001, tls: false }), "connect-src 'self' ws://[::1]:3001"],
])('with %s a page connects to just that', (_, realtime, expected) => {
  expect(connectionsOf(realtime)).toBe(expected)
})

test('a real page allows nothing unsafe and scripts by nonce only', () => {
  const policy = pagePolicy({ nonce: 'abc', realtime: { driver: 'polling' }, development: false })
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
  for (const closed of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
    expect(policy).toContain(closed)
})
