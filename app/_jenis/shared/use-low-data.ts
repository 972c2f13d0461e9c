'use client'

import { useSyncExternalStore } from 'react'
import { isLowData, subscribeLowData } from '@/lib/client/device/low-data'

/** Does the reader want to save data? null until it is known: nothing is fetched before. */
export const useLowData = (): boolean | null => useSyncExternalStore(subscribeLowData, isLowData, unknown)

const unknown = () => null
