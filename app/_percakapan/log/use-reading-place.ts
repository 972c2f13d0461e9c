'use client'

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isComposedHere } from '@/lib/client/outbox/composed-here'
import type { ThreadRow } from '@/lib/client/thread/merge-thread'

/** What the reader looks at: the end, or a row at a distance from the upper edge. */
interface Place {
  readonly bottom: boolean
  readonly key: string | null
  readonly top: number
}

interface Reading {
  readonly rows: readonly ThreadRow[]
  /** The row to begin at; null for the end. */
  readonly startKey: string | null
  /** Do the rows reach the end of the conversation? Only then is there an end to follow. */
  readonly live: boolean
  /** Hears the `urutan` of the first row in view. */
  readonly onPlace: (urutan: number) => void
}

/** A log loses so much at once to a keyboard only, in CSS pixels. */
const KEYBOARD = 150

/** A reader this near to the end is at the end, in CSS pixels. */
const NEAR = 48

/**
 * Keeps the reader's place in a scrolling log, whatever is added or taken away above, below or in between: at the end it follows what is
 * new, elsewhere the first row in view stays where it is. A new pesan that was written here leads to the end.
 */
export function useReadingPlace({ rows, startKey, live, onPlace }: Reading) {
  const log = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const place = useRef<Place>({ bottom: true, key: null, top: 0 })
  const lastKey = useRef(rows.at(-1)?.key)
  const isLive = useRef(live)
  isLive.current = live
  const [atBottom, setAtBottom] = useState(true)

  /** The end is in view, as far as the log is drawn by now. */
  const seesEnd = useRef(false)
  /** Where the log was put last, in CSS pixels. */
  const put = useRef<number | null>(null)

  const look = useCallback(() => {
    seesEnd.current = log.current !== null && isLive.current && isAtEnd(log.current)
    setAtBottom(seesEnd.current)
  }, [])
  const remember = useCallback(() => {
    if (!log.current) return
    const row = firstInView(log.current)
    look()
    // Only a reader moves their place. Being put somewhere is heard too, and where that is at the end of what is drawn, more may still be drawn.
    if (log.current.scrollTop !== put.current && !isPushed(log.current, put.current))
      place.current = placeAt(log.current, row, seesEnd.current)
    if (row?.dataset.urutan) onPlace(Number(row.dataset.urutan))
  }, [onPlace, look])
  const restore = useCallback(() => {
    if (!log.current) return
    scrollTo(log.current, place.current)
    put.current = log.current.scrollTop
    look()
  }, [look])
  const toBottom = useCallback(() => {
    place.current = { bottom: true, key: null, top: 0 }
    restore()
    setAtBottom(isLive.current)
  }, [restore])
  /** Does the reader follow the end? Asked of what they did, not of where the log is: it may just have grown. */
  const isAtItsEnd = useCallback(() => (place.current.bottom || seesEnd.current) && isLive.current, [])
  /** Brings a row to the upper third; null when it is not there. */
  const toRow = useCallback(
    (key: string): HTMLElement | null => {
      const row = log.current && rowOf(log.current, key)
      if (!log.current || !row) return null
      place.current = { bottom: false, key, top: log.current.clientHeight / 3 }
      restore()
      remember()
      return row
    },
    [remember, restore],
  )

  // Before it wakes up the log is turned upside down by its style sheet, so that the server's HTML shows its end too. Who has scrolled in it
  // by then is left where they are (unless the address names a place).
  // A conversation that was only kept is shown where its reader left it.
  const hasBegun = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is shown, with the row of that moment
  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    if (hasBegun.current) return restore()
    hasBegun.current = true
    // Upside down its end is at 0, and what lies above it below 0.
    const hasScrolled = element.scrollTop < -NEAR
    place.current = hasScrolled ? placeAt(element, firstInView(element), false) : { bottom: startKey === null, key: startKey, top: NEAR }
    element.dataset.awake = ''
    restore()
    remember()
  }, [])

  useLayoutEffect(() => {
    const last = rows.at(-1)
    // Not one that waited on this device already, nor one that was written in another tab: its reader is somewhere else.
    const isNew = last !== undefined && last.key !== lastKey.current
    const isOwn = last?.entry && isComposedHere(last.entry.client_id)
    lastKey.current = last?.key
    if (isNew && (isOwn || seesEnd.current)) toBottom()
    else restore()
  }, [rows, restore, toBottom])

  // The composer grew, a font arrived, a card says more. Before a keyboard that comes up who saw the end, and is about to answer it, sees it still.
  useEffect(() => {
    let height = log.current?.clientHeight ?? 0
    const observer = new ResizeObserver(() => {
      const less = height - (log.current?.clientHeight ?? 0)
      height -= less
      if (less > KEYBOARD && seesEnd.current) toBottom()
      else restore()
    })
    for (const element of [log.current, content.current]) if (element) observer.observe(element)
    return () => observer.disconnect()
  }, [restore, toBottom])

  return { log, content, atBottom, isAtItsEnd, toBottom, toRow, remember }
}

const rowsOf = (log: HTMLElement) => log.querySelectorAll<HTMLElement>('[data-key]')
const rowOf = (log: HTMLElement, key: string) => log.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
const distance = (log: HTMLElement, row: HTMLElement) => row.getBoundingClientRect().top - log.getBoundingClientRect().top
/** Is the end of what the log holds in view? */
const isAtEnd = (log: HTMLElement) => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR

/** Has the log become smaller, so that the browser had to move it from where it was put? */
function isPushed({ scrollTop, scrollHeight, clientHeight }: HTMLElement, put: number | null): boolean {
  const furthest = scrollHeight - clientHeight
  return put !== null && furthest < put - 1 && scrollTop >= furthest - 1
}

function scrollTo(log: HTMLElement, { bottom, key, top }: Place) {
  const row = bottom || key === null ? null : rowOf(log, key)
  if (bottom) log.scrollTop = log.scrollHeight
  else if (row) log.scrollTop += distance(log, row) - top
}

const placeAt = (log: HTMLElement, row: HTMLElement | undefined, bottom: boolean): Place => ({
  bottom,
  key: row?.dataset.key ?? null,
  top: row ? distance(log, row) : 0,
})

/** The first row that ends below the upper edge. Rows lie in order, so halving finds it. */
function firstInView(log: HTMLElement): HTMLElement | undefined {
  const rows = rowsOf(log)
  const edge = log.getBoundingClientRect().top
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row && row.getBoundingClientRect().bottom <= edge) low = middle + 1
    else high = middle
  }
  return rows[low]
}
