'use client'

import { useCallback } from 'react'
import useSWR, { type SWRConfiguration, unstable_serialize, useSWRConfig } from 'swr'
import { askAgain, calmPause, type Polled, type PolledFor, pauseAfter, pollsWhileHidden } from '@/lib/client/api/polling'
import type { RealtimeState } from '@/lib/client/realtime/connection'

interface Options extends Pick<SWRConfiguration, 'dedupingInterval' | 'revalidateOnMount' | 'keepPreviousData' | 'isPaused'> {
  readonly realtime: RealtimeState
  /** It is asked no more. */
  readonly isOver?: boolean
}

/**
 * The one way in which pages poll (decision 105): SWR keeps what was last heard and the time, shares it between all that ask for the same,
 * and looks at once when the tab or the network comes back; after a failure it goes on in growing steps.
 */
export function usePoll<Value>(
  what: PolledFor,
  of: readonly unknown[],
  ask: (known: Value | undefined) => Promise<Value>,
  { realtime, isOver = false, ...options }: Options,
) {
  const key = [what, ...of]
  const { cache } = useSWRConfig()
  const place = unstable_serialize(key)
  // Not the state itself: a socket that tries again and again would begin each pause anew.
  const hasRealtime = realtime === 'connected'
  const refreshInterval = useCallback(
    (polled: Polled<Value> | undefined) =>
      isOver ? 0 : pauseAfter(polled, calmPause(what, { hasRealtime, isHidden: document.visibilityState !== 'visible' })),
    [what, hasRealtime, isOver],
  )
  return useSWR<Polled<Value>>(key, () => askAgain(cache.get(place)?.data as Polled<Value> | undefined, ask), {
    refreshInterval,
    refreshWhenHidden: pollsWhileHidden(what),
    refreshWhenOffline: false,
    focusThrottleInterval: 1000,
    ...options,
  })
}
