'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { Shown } from '@/app/_jenis/shared/shown'
import { useLowData } from '@/app/_jenis/shared/use-low-data'
import type { Sources } from '@/lib/client/lampiran/voice/player'
import { FETCHED_AHEAD, type Heard, hear } from '@/lib/client/lampiran/voice/voice-cache'

/** A recording as it is to be played: fetched when it comes into view, unless data is dear or it is long. */
export function useHeard({ key, src, asal, ukuran, puncak }: Shown, element: RefObject<Element | null>) {
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
  return { sources: sourcesOf({ src, asal }, heard), puncak: puncak ?? heard?.puncak }
}

/** Where it can be had: the bytes that this page has, then what it is kept as here, then the server. */
export const sourcesOf = ({ src, asal }: Pick<Shown, 'src' | 'asal'>, heard: Heard | null | undefined): Sources =>
  [heard?.isi, src, asal].filter(isKnown).filter(isFirst)

const isKnown = (one: Blob | string | undefined): one is Blob | string => one !== undefined
const isFirst = (one: Blob | string, n: number, all: Sources) => all.indexOf(one) === n
