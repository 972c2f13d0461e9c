import { expect, test } from 'vitest'
import { connectionStateOf } from './connection-state'
import type { Freshness } from './thread-store'

const NOW = 1_000_000_000
const ago = (seconds: number) => NOW - seconds * 1000
const fresh = (change: Partial<Freshness> = {}): Freshness => ({ seenAt: ago(1), failingSince: null, denied: null, ...change })

test.each([
  ['answers come', true, fresh(), 'connected', 'connected'],
  ['answers come by polling', true, fresh(), 'unavailable', 'connected'],
  ['no answer has come yet', true, fresh({ seenAt: null }), 'connected', 'connecting'],
  ['realtime stands, but the API fails', true, fresh({ failingSince: ago(1) }), 'connected', 'connecting'],
  ['realtime stands, but the API has failed for long', true, fresh({ seenAt: ago(130), failingSince: ago(125) }), 'connected', 'behind'],
  ['polls stopped coming', true, fresh({ seenAt: ago(20) }), 'unavailable', 'connecting'],
  ['with realtime a poll is not due yet', true, fresh({ seenAt: ago(20) }), 'connected', 'connected'],
  ['the page slept and has not asked since', true, fresh({ seenAt: ago(3600) }), 'connected', 'connecting'],
  ['there is no network', false, fresh(), 'connected', 'offline'],
  ['there is no network and no session', false, fresh({ denied: 'signed_out' }), 'unavailable', 'offline'],
  ['the session has ended', true, fresh({ denied: 'signed_out' }), 'connected', 'ended'],
] as const)('when %s', (_, online, freshness, realtime, expected) => {
  expect(connectionStateOf(online, freshness, realtime, NOW)).toBe(expected)
})
