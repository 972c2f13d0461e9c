'use client'

import { type RefObject, useEffect } from 'react'
import type { Row } from '@/lib/client/merge-thread'
import { createReadMarker } from '@/lib/client/read-marker'
import { usePercakapan } from './percakapan-context'
import { isLookedAt } from './use-browser'

const THRESHOLDS = [0, 0.25, 0.5, 0.75, 1]

/**
 * Marks as read what is really on the screen of a page that somebody looks at: rows of `log` with `data-belum` (their `urutan`). `rows` are
 * what the log shows now.
 */
export function useReadMarks(log: RefObject<HTMLElement | null>, unread: readonly number[], rows: readonly Row[]) {
  const { store, saya } = usePercakapan()
  const [first, last] = [rows.find(hasPesan)?.pesan?.urutan, rows.findLast(hasPesan)?.pesan?.urutan]
  const watched = `${first} ${last} ${unread.join()}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: `watched` stands for the rows in the page
  useEffect(() => {
    const marker = createReadMarker(store, saya.id)
    const onScreen = new Set<number>()
    const look = () => {
      if (isLookedAt() && onScreen.size > 0) marker.saw(onScreen)
    }
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const urutan = Number((entry.target as HTMLElement).dataset.belum)
          if (isShown(entry)) onScreen.add(urutan)
          else onScreen.delete(urutan)
        }
        look()
      },
      { threshold: THRESHOLDS },
    )
    for (const row of log.current?.querySelectorAll('[data-belum]') ?? []) observer.observe(row)
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      observer.disconnect()
      marker.close()
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [watched, log, store, saya.id])
}

const hasPesan = (row: Row) => row.pesan !== null

/** Half of it, or as much as half the screen can hold. */
const isShown = ({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry) =>
  isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Number.POSITIVE_INFINITY) / 2)
