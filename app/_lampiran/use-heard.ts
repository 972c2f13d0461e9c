'use client'

import { type RefObject, useEffect, useState } from 'react'
import { FETCHED_AHEAD, type Heard, hear } from '@/lib/client/lampiran/voice-cache'
import type { Shown } from './shown'
import { useLowData } from './use-lampiran'

/** A recording as it is to be played: fetched when it comes into view, unless data is dear or it is long. */
export function useHeard({ key, src, ukuran, puncak }: Shown, element: RefObject<Element | null>): Heard {
  const lowData = useLowData()
  const [heard, setHeard] = useState<Heard | null>(null)
  const isWanted = lowData === false && !src.startsWith('blob:') && ukuran <= FETCHED_AHEAD
  useEffect(() => {
    if (!isWanted || !element.current) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      // What cannot be had now is asked for again when it is played.
      hear(key, src).then(setHeard, () => undefined)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [isWanted, key, src, element])
  return heard ? { src: heard.src, puncak: puncak ?? heard.puncak } : { src, puncak }
}
