'use client'

import { useEffect } from 'react'
import { hearTabs } from '@/lib/client/device/tabs'
import { realtimeOf } from '@/lib/client/realtime/connection'
import { useRealtime } from './use-realtime'

/** Events that come together are answered by one question, in milliseconds. */
const GATHER_MS = 300

/**
 * Looks when there may be news: on events, and whenever realtime connects, since nobody heard what happened before; where no events come, on
 * hints of this browser's other tabs. `look` stays the same function from render to render.
 */
export function useNews(penggunaId: string, look: () => unknown): void {
  const isConnected = useRealtime(penggunaId) === 'connected'

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const lookSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        look()
      }, GATHER_MS)
    }
    const stops = [realtimeOf(penggunaId).on((event) => event === 'Typing' || lookSoon())]
    // Each tab hears the same events: told by the others too, all of them would ask for everything again and again.
    if (!isConnected) stops.push(hearTabs(penggunaId, lookSoon))
    if (isConnected) lookSoon()
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [penggunaId, look, isConnected])
}
