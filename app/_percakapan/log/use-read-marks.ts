'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { isLookedAt } from '@/app/_percakapan/context/use-browser'
import { onModals } from '@/app/_ui/dialog/modals'
import { createFollowing } from '@/lib/client/thread/following'
import type { ThreadRow } from '@/lib/client/thread/merge-thread'
import { createReadMarker } from '@/lib/client/thread/read-marker'
import { endOf } from '@/lib/client/thread/thread'
import type { ThreadStore } from '@/lib/client/thread/thread-store'
import { hasNewer } from '@/lib/client/thread/thread-window'

const THRESHOLDS = [0, 0.25, 0.5, 0.75, 1]

/** A page that heard nothing for this long, in milliseconds, was asleep: nobody watched what comes next arrive. */
const ASLEEP_MS = 75_000

/**
 * Marks as read what is really on the screen of a page that somebody looks at, and what moved through it while they watched the end: rows
 * of `log` with `data-belum` (their `urutan`). `rows` are what the log shows now; `isAtItsEnd` says whether the reader follows its end.
 */
export function useReadMarks(
  log: RefObject<HTMLElement | null>,
  unread: readonly number[],
  rows: readonly ThreadRow[],
  isAtItsEnd: () => boolean,
) {
  const { store, me } = usePercakapan()
  const eyes = useRef<Eyes>(null)
  useEffect(() => {
    if (!log.current) return
    eyes.current = openEyes(log.current, store, me.id, isAtItsEnd)
    return () => eyes.current?.close()
  }, [log, store, me.id, isAtItsEnd])
  const [first, last] = [rows.find(hasPesan)?.pesan?.urutan, rows.findLast(hasPesan)?.pesan?.urutan]
  const watched = `${first} ${last} ${unread.join()}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: `watched` stands for the rows in the page
  useEffect(() => eyes.current?.rowsChanged(), [watched])
}

const hasPesan = (row: ThreadRow) => row.pesan !== null

interface Eyes {
  rowsChanged(): void
  close(): void
}

function openEyes(log: HTMLElement, store: ThreadStore, penggunaId: string, isAtItsEnd: () => boolean): Eyes {
  const marker = createReadMarker(store, penggunaId)
  const following = createFollowing()
  /** The rows that are watched, with their `urutan`, and those of them that are on the screen. */
  const watched = new Map<Element, number>()
  const onScreen = new Set<number>()

  /** What was told before these eyes were opened: a conversation that was only kept was not watched. */
  const toldBefore = store.snapshot().freshness.seenAt
  /** When the server last told this page anything; null before the first time. */
  let toldAt: number | null = null
  let hasSlept = false
  const listen = () => {
    const { seenAt } = store.snapshot().freshness
    if (seenAt === null || seenAt === toldAt || seenAt === toldBefore) return
    const isFirst = toldAt === null
    hasSlept ||= toldAt !== null && seenAt - toldAt > ASLEEP_MS
    toldAt = seenAt
    // From here on the end is known, and so is what is added to it.
    if (isFirst) look()
  }

  const look = () => {
    const { thread } = store.snapshot()
    const isAwake = !hasSlept && toldAt !== null && Date.now() - toldAt < ASLEEP_MS
    const isFollowing = isAwake && isLookedAt() && !hasNewer(thread) && isAtItsEnd()
    const passed = following.glance({ isFollowing, end: endOf(thread) })
    hasSlept = false
    if (passed) marker.saw(span(...passed))
    if (isLookedAt() && onScreen.size > 0) marker.saw(onScreen)
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const urutan = watched.get(entry.target)
        if (urutan !== undefined && isShown(entry)) onScreen.add(urutan)
        else if (urutan !== undefined) onScreen.delete(urutan)
      }
      look()
    },
    { threshold: THRESHOLDS },
  )

  function rowsChanged() {
    const rows = new Set<Element>(log.querySelectorAll('[data-belum]'))
    for (const [row, urutan] of watched) {
      if (rows.has(row)) continue
      observer.unobserve(row)
      watched.delete(row)
      onScreen.delete(urutan)
    }
    for (const row of rows) {
      if (!watched.has(row)) observer.observe(row)
      watched.set(row, Number((row as HTMLElement).dataset.belum))
    }
    look()
  }

  const stops = [store.subscribe(listen), onModals(look)]
  listen()
  const moments = [
    [window, 'focus'],
    [window, 'blur'],
    [document, 'visibilitychange'],
    [log, 'scroll'],
  ] as const
  for (const [target, name] of moments) target.addEventListener(name, look)
  return {
    rowsChanged,
    close() {
      for (const [target, name] of moments) target.removeEventListener(name, look)
      for (const stop of stops) stop()
      observer.disconnect()
      marker.close()
    },
  }
}

function* span(first: number, last: number) {
  for (let urutan = first; urutan <= last; urutan++) yield urutan
}

/** Half of it, or as much as half the screen can hold. */
const isShown = ({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry) =>
  isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Number.POSITIVE_INFINITY) / 2)
