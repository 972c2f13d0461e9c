'use client'

import { useSyncExternalStore } from 'react'

/** False while there is certainly no network. */
export const useOnline = (): boolean => useSyncExternalStore(onNetworkChange, () => navigator.onLine, yes)

const yes = () => true

function onNetworkChange(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
