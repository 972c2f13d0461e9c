'use client'

import { useState, useSyncExternalStore } from 'react'
import { type RealtimeState, realtimeOf } from '@/lib/client/realtime/connection'

/** How long the first questions of a page wait for realtime, in milliseconds: where it connects by then, they are asked only once. */
export const CONNECTING_MS = 1000

/** How events reach this page now. */
export function useRealtime(penggunaId: string): RealtimeState {
  const [connection] = useState(() => (typeof window === 'undefined' ? null : realtimeOf(penggunaId)))
  return useSyncExternalStore(connection?.subscribe ?? never, connection?.state ?? connecting, connecting)
}

const never = () => () => {}
const connecting = () => 'connecting' as const
