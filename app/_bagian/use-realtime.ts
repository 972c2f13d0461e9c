'use client'

import { useState, useSyncExternalStore } from 'react'
import { type RealtimeState, realtimeOf } from '@/lib/realtime/connection'

/** How events reach this page now. */
export function useRealtime(penggunaId: string): RealtimeState {
  const [connection] = useState(() => (typeof window === 'undefined' ? null : realtimeOf(penggunaId)))
  return useSyncExternalStore(connection?.subscribe ?? never, connection?.state ?? connecting, connecting)
}

const never = () => () => {}
const connecting = () => 'connecting' as const
