'use client'

import { useState, useSyncExternalStore } from 'react'
import { type RealtimeState, realtimeOf } from '@/lib/client/realtime/connection'

/** So long, in milliseconds, the first questions of a page wait for realtime: where it connects by then, they are asked once. */
export const CONNECTING_MS = 1000

/** How events reach this page now. */
export function useRealtime(penggunaId: string): RealtimeState {
  const [connection] = useState(() => (typeof window === 'undefined' ? null : realtimeOf(penggunaId)))
  return useSyncExternalStore(connection?.subscribe ?? never, connection?.state ?? connecting, connecting)
}

const never = () => () => {}
const connecting = () => 'connecting' as const
