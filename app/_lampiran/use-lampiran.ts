'use client'

import { useSyncExternalStore } from 'react'
import { isLowData, subscribeLowData } from '@/lib/client/device/low-data'
import { progressOf, subscribeProgress } from '@/lib/client/lampiran/progress'
import { type Playback, playbackNow, subscribePlayback } from '@/lib/client/lampiran/voice/player'

/** Does the reader want to save data? null until it is known: nothing is fetched before. */
export const useLowData = (): boolean | null => useSyncExternalStore(subscribeLowData, isLowData, unknown)

/** What is being listened to. */
export const usePlayback = (): Playback => useSyncExternalStore(subscribePlayback, playbackNow, playbackNow)

/** How much of this pesan's file has left, from 0 to 1; null while none of it is under way here. */
export const useProgress = (clientId: string): number | null => useSyncExternalStore(subscribeProgress, () => progressOf(clientId), unknown)

const unknown = () => null
