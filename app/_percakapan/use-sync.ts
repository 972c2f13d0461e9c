'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import useSWR from 'swr'
import { claimIdentity } from '@/lib/client/identity'
import type { Outbox } from '@/lib/client/outbox'
import type { ThreadStore } from '@/lib/client/thread-store'
import { type RealtimeState, realtimeOf } from '@/lib/realtime/connection'

/** Milliseconds between polls: the whole way of hearing without realtime, a safety net with it. */
const POLL_MS = 2000
const SAFETY_POLL_MS = 30_000

/** Keeps an open conversation up to date: by realtime hints where there are any, by polling always. */
export function useSync(konsultasiId: string, penggunaId: string, store: ThreadStore, outbox: Outbox | null) {
  const realtime = useRealtime(penggunaId)
  const denied = useSyncExternalStore(store.subscribe, () => store.snapshot().freshness.denied, nobody)
  useSWR(['pesan', konsultasiId], store.catchUp, {
    refreshInterval: denied ? 0 : realtime === 'connected' ? SAFETY_POLL_MS : POLL_MS,
    refreshWhenHidden: false,
    refreshWhenOffline: false,
    revalidateOnFocus: true,
    revalidateOnReconnect: true,
    focusThrottleInterval: 1000,
    dedupingInterval: 0,
  })
  useEffect(() => claimIdentity(penggunaId), [penggunaId])
  useEffect(() => realtimeOf(penggunaId).on(store.hear), [penggunaId, store])
  // After a gap of the connection, however short, ask what it was.
  useEffect(() => {
    if (realtime === 'connected') void store.catchUp()
  }, [realtime, store])
  useEffect(
    () =>
      outbox?.onSent((pesan) => {
        store.fold(pesan)
        void store.catchUp()
      }),
    [outbox, store],
  )
}

/** How events reach this page now. */
export function useRealtime(penggunaId: string): RealtimeState {
  const [connection] = useState(() => (typeof window === 'undefined' ? null : realtimeOf(penggunaId)))
  return useSyncExternalStore(connection?.subscribe ?? never, connection?.state ?? connecting, connecting)
}

const nobody = () => null
const never = () => () => {}
const connecting = () => 'connecting' as const
