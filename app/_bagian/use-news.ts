'use client'

import { useEffect } from 'react'
import { hearTabs } from '@/lib/client/tabs'
import { realtimeOf } from '@/lib/realtime/connection'
import { useRealtime } from './use-realtime'

/** Events that come together are answered by one question, in milliseconds. */
const GATHER_MS = 300

/**
 * Looks when there may be news: on events, on hints of this browser's other tabs, and whenever realtime connects, since nobody heard what
 * happened before. `look` stays the same function from render to render.
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
    const stops = [realtimeOf(penggunaId).on((event) => event === 'Typing' || lookSoon()), hearTabs(penggunaId, lookSoon)]
    if (isConnected) lookSoon()
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [penggunaId, look, isConnected])
}
