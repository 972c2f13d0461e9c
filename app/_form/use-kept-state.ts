'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { keepDraft, readDraft } from '@/lib/client/drafts/drafts'

/** Milliseconds after the last key. */
const KEEP_MS = 300

interface Keeping<State> {
  readonly penggunaId: string
  /** Of what it is the draft. */
  readonly place: string
  readonly begin: () => State
  readonly write: (state: State) => string
  /** @returns null where that is no draft of this kind */
  readonly read: (draft: string) => State | null
}

/**
 * What is typed in a form of several fields, kept on this device like every draft and brought back; `forget` when it has been sent.
 * `write` and `read` are the same from one drawing to the next.
 */
export function useKeptState<State>({ penggunaId, place, begin, write, read }: Keeping<State>) {
  const [state, setState] = useState(begin)
  const now = useRef(state)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isOver = useRef(false)

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (!isOver.current) keepDraft(penggunaId, place, write(now.current))
  }, [penggunaId, place, write])

  const change = useCallback(
    (how: (state: State) => State) => {
      now.current = how(now.current)
      setState(now.current)
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, KEEP_MS)
    },
    [keep],
  )

  const forget = useCallback(() => {
    isOver.current = true
    clearTimeout(timer.current)
    keepDraft(penggunaId, place, '')
  }, [penggunaId, place])

  useEffect(() => {
    const kept = read(readDraft(penggunaId, place))
    if (kept) {
      now.current = kept
      setState(kept)
    }
    const keepNow = () => timer.current !== undefined && keep()
    addEventListener('pagehide', keepNow)
    document.addEventListener('visibilitychange', keepNow)
    return () => {
      keepNow()
      removeEventListener('pagehide', keepNow)
      document.removeEventListener('visibilitychange', keepNow)
    }
  }, [penggunaId, place, keep, read])
  return { state, change, forget }
}
