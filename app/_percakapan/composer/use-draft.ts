'use client'

import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { createDraftKeeper } from '@/lib/client/drafts/draft-keeper'
import { hearDraft, keepDraft, readDraft } from '@/lib/client/drafts/drafts'

/** Milliseconds after the last key. */
const KEEP_MS = 300

/** Keeps what is in the textbox for this person and konsultasi, and brings it back; `onRestored` hears that the textbox says something else now. */
export function useDraft(area: RefObject<HTMLTextAreaElement | null>, penggunaId: string, konsultasiId: string, onRestored: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Also when its conversation is left, before what was sent is kept: what was typed after it is still in it.
  const last = useRef<HTMLTextAreaElement>(null)
  const draft = useMemo(() => {
    const keeper = createDraftKeeper({
      read: () => readDraft(penggunaId, konsultasiId),
      write: (text) => keepDraft(penggunaId, konsultasiId, text),
    })
    const value = () => (area.current ?? last.current)?.value ?? ''
    const keep = (text: string) => {
      clearTimeout(timer.current)
      keeper.keep(text)
    }
    const keepNow = () => {
      if (area.current) keep(area.current.value)
    }
    const keepLater = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(keepNow, KEEP_MS)
    }
    const keepUntil = (text: string, added: Promise<unknown>) => keeper.keepUntil(text, added, value)
    return { keep, keepNow, keepLater, keepUntil, begin: keeper.begin, adopt: () => keeper.adopt(value()) }
  }, [area, penggunaId, konsultasiId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each konsultasi
  useEffect(() => {
    const element = area.current
    if (!element) return
    last.current = element
    const show = (text: string | null) => {
      if (text === null || text === element.value) return
      element.value = text
      onRestored()
    }
    const adopt = () => show(draft.adopt())
    show(draft.begin(element.value))
    onRestored()
    const stop = hearDraft(penggunaId, konsultasiId, adopt)
    // Whoever leaves the textbox to sign out is asked about what stands in it.
    element.addEventListener('blur', draft.keepNow)
    addEventListener('pagehide', draft.keepNow)
    document.addEventListener('visibilitychange', draft.keepNow)
    // A page that the browser had put aside was told nothing.
    addEventListener('pageshow', adopt)
    return () => {
      draft.keep(element.value)
      stop()
      element.removeEventListener('blur', draft.keepNow)
      removeEventListener('pagehide', draft.keepNow)
      document.removeEventListener('visibilitychange', draft.keepNow)
      removeEventListener('pageshow', adopt)
    }
  }, [draft])
  return draft
}
