import type { RealtimeState } from '@/lib/client/realtime/connection'
import type { Freshness } from './thread-store'

/** What a page may say of its connection. */
export type ConnectionState = 'connected' | 'connecting' | 'behind' | 'offline' | 'ended'

/** How long after its last answer a page is still up to date, in milliseconds: one poll and the time that it may take. */
const FRESH_MS = { polling: 15_000, realtime: 45_000 }

/** From here on the page says how far behind it is, in milliseconds. */
const BEHIND_MS = 60_000

/**
 * The truth about the connection. Only an answer of the API counts: a realtime connection that stands says nothing about it, and neither
 * does a browser that believes to be online. `now` in milliseconds since 1970.
 */
export function connectionStateOf(
  online: boolean,
  { seenAt, failingSince, denied }: Freshness,
  realtime: RealtimeState,
  now: number,
): ConnectionState {
  if (!online) return 'offline'
  if (denied) return 'ended'
  if (seenAt === null) return 'connecting'
  const age = now - seenAt
  if (failingSince !== null && age > BEHIND_MS) return 'behind'
  const fresh = age < (realtime === 'connected' ? FRESH_MS.realtime : FRESH_MS.polling)
  return failingSince === null && fresh ? 'connected' : 'connecting'
}
