'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

interface ViewerKey {
  /** Of the picture that is open; null when none is. */
  readonly key: string | null
  open(key: string): void
  /** Turns to another picture while one is open. */
  turnTo(key: string): void
  close(): void
}

/**
 * Which picture is open, as an entry of the browser's history at the same address: Back, which is how a phone closes things, closes the
 * picture and stays in the conversation; closing it in another way goes back by that entry, so that none is left behind.
 */
export function useViewerKey(): ViewerKey {
  const [key, setKey] = useState<string | null>(null)
  /** The address at which the entry lies; null when there is none. */
  const entry = useRef<string | null>(null)
  const isLeaving = useRef(false)

  useEffect(() => {
    const adopt = () => {
      const kept = keptIn(history.state)
      entry.current = kept && location.href
      setKey(kept)
    }
    const onPop = (event: PopStateEvent) => {
      // From the picture to the page that it was opened on: nothing has changed for the router, which listens too.
      if (entry.current === location.href) event.stopImmediatePropagation()
      isLeaving.current = false
      adopt()
    }
    // A reload keeps the entry, and with it the picture.
    if (keptIn(history.state)) adopt()
    addEventListener('popstate', onPop, { capture: true })
    return () => removeEventListener('popstate', onPop, { capture: true })
  }, [])

  const open = useCallback((key: string) => {
    history.pushState({ [STATE]: key }, '')
    entry.current = location.href
    setKey(key)
  }, [])
  const close = useCallback(() => {
    if (isLeaving.current) return
    isLeaving.current = entry.current === location.href
    if (isLeaving.current) history.back()
    else setKey(null)
  }, [])

  return { key, open, turnTo: setKey, close }
}

const STATE = 'sapaPenampil'

const keptIn = (state: unknown): string | null => {
  const kept = (state as { [STATE]?: unknown } | null)?.[STATE]
  return typeof kept === 'string' ? kept : null
}
