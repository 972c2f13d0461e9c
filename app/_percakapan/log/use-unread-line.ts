'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { unreadUrutan } from '@/app/_percakapan/context/use-rows'
import { endOf } from '@/lib/client/thread/thread'

interface Looking {
  readonly looking: boolean
  readonly isAtItsEnd: () => boolean
  readonly lastIsOwn: boolean
  readonly toRow: (key: string) => unknown
}

/**
 * Before which `urutan` the line "belum dibaca" stands. It is drawn where unread pesan began when the page was opened, or when they came
 * while nobody looked at the end, and stays there while they are read; an own pesan takes it away. Whoever comes back
 * to the end of a conversation that was only kept is led to where unread pesan begin now.
 */
export function useUnreadLine(
  log: RefObject<HTMLElement | null>,
  unread: readonly number[],
  { looking, isAtItsEnd, lastIsOwn, toRow }: Looking,
): number | null {
  const [first] = unread
  const [line, setLine] = useState(first ?? null)
  const [hadUnread, setHadUnread] = useState(unread.length > 0)
  const has = unread.length > 0
  if (has !== hadUnread) {
    setHadUnread(has)
    if (has && !looking) setLine(first ?? null)
  }
  if (lastIsOwn && !has && line !== null) setLine(null)
  const wanted = useRef<number>(null)
  useComingBack((first) => {
    if (!isAtItsEnd()) return
    wanted.current = first
    setLine(first)
  })
  useLayoutEffect(() => {
    if (line === null || wanted.current !== line) return
    wanted.current = null
    const key = log.current?.querySelector<HTMLElement>(`[data-urutan="${line}"]`)?.dataset.key
    if (key) toRow(key)
  }, [line, log, toRow])
  return line
}

/** Hears where the first pesan stands that came while the conversation was only kept, when it is shown again. */
function useComingBack(onNews: (first: number) => void) {
  const { store, me } = usePercakapan()
  const latest = useRef(onNews)
  useEffect(() => {
    latest.current = onNews
  })
  const hasBegun = useRef(false)
  useEffect(() => {
    if (!hasBegun.current) {
      hasBegun.current = true
      return
    }
    const before = endOf(store.snapshot().thread)
    let isOver = false
    const finish = () => {
      isOver = true
      stop()
    }
    const look = () => {
      const [first] = unreadUrutan(store.snapshot().thread, me.id)
      if (isOver || first === undefined || first <= before) return
      finish()
      latest.current(first)
    }
    // As soon as it is there: a moment later it may have been read.
    const stop = store.subscribe(look)
    void store.catchUp().then(look).finally(finish)
    return finish
  }, [store, me.id])
}
