import type { RealtimeState } from '@/lib/client/realtime/connection'
import type { Freshness } from './thread-store'

/** What a page may say of its connection. */
export type Sambungan = 'terhubung' | 'menyambung' | 'tertinggal' | 'luring' | 'putus'

/** So long after the last answer the page still counts as up to date, in milliseconds: a poll and the time it may take. */
const FRESH_MS = { polling: 15_000, realtime: 45_000 }

/** From here on the page says how far behind it is, in milliseconds. */
const BEHIND_MS = 60_000

/**
 * The truth about the connection. Only an answer of the API counts: a realtime connection that stands says nothing about it, and neither
 * does a browser that believes to be online. `now` in milliseconds since 1970.
 */
export function sambunganOf(online: boolean, { seenAt, failingSince, denied }: Freshness, realtime: RealtimeState, now: number): Sambungan {
  if (!online) return 'luring'
  if (denied) return 'putus'
  if (seenAt === null) return 'menyambung'
  const age = now - seenAt
  if (failingSince !== null && age > BEHIND_MS) return 'tertinggal'
  const fresh = age < (realtime === 'connected' ? FRESH_MS.realtime : FRESH_MS.polling)
  return failingSince === null && fresh ? 'terhubung' : 'menyambung'
}
