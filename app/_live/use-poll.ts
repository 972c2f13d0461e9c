'use client'

import { useCallback } from 'react'
import useSWR, { type SWRConfiguration, unstable_serialize, useSWRConfig } from 'swr'
import { askAgain, type Polled, pauseAfter } from '@/lib/client/api/polling'

interface Steps {
  /** Milliseconds between polls while all is well; 0 asks no more. */
  readonly calm: number
  /** The same in a hidden tab; unless given, a hidden one waits until it is seen. */
  readonly hidden?: number
}

type Options = Pick<SWRConfiguration, 'dedupingInterval' | 'revalidateOnMount' | 'keepPreviousData' | 'isPaused'>

/**
 * The one way in which pages poll (decision 105): SWR keeps what was last heard and the time, shares it between all that ask for the same `key`,
 * and looks at once when the tab or the network comes back; after a failure it goes on in growing steps.
 */
export function usePoll<Value>(key: readonly unknown[], ask: () => Promise<Value>, { calm, hidden }: Steps, options: Options) {
  const { cache } = useSWRConfig()
  const place = unstable_serialize(key)
  const refreshInterval = useCallback(
    (polled: Polled<Value> | undefined) => calm && pauseAfter(polled, document.visibilityState === 'visible' ? calm : (hidden ?? calm)),
    [calm, hidden],
  )
  return useSWR<Polled<Value>>(key, () => askAgain(cache.get(place)?.data as Polled<Value> | undefined, ask), {
    refreshInterval,
    refreshWhenHidden: hidden !== undefined,
    refreshWhenOffline: false,
    focusThrottleInterval: 1000,
    ...options,
  })
}
