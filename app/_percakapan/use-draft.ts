'use client'

import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { keepDraft, readDraft } from '@/lib/client/drafts'

/** Milliseconds after the last key. */
const KEEP_MS = 300

/** Keeps what is in the textbox for this person and konsultasi, and brings it back; `onRestored` hears that it did. */
export function useDraft(area: RefObject<HTMLTextAreaElement | null>, penggunaId: string, konsultasiId: string, onRestored: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const draft = useMemo(() => {
    const keepNow = () => {
      clearTimeout(timer.current)
      if (area.current) keepDraft(penggunaId, konsultasiId, area.current.value)
    }
    const keepLater = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(keepNow, KEEP_MS)
    }
    return { keepNow, keepLater }
  }, [area, penggunaId, konsultasiId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each konsultasi
  useEffect(() => {
    const element = area.current
    // What was typed before the page woke up is newer than any draft.
    if (element && !element.value) element.value = readDraft(penggunaId, konsultasiId)
    onRestored()
    // Whoever leaves the textbox to sign out is asked about what stands in it.
    element?.addEventListener('blur', draft.keepNow)
    addEventListener('pagehide', draft.keepNow)
    document.addEventListener('visibilitychange', draft.keepNow)
    return () => {
      if (element) keepDraft(penggunaId, konsultasiId, element.value)
      clearTimeout(timer.current)
      element?.removeEventListener('blur', draft.keepNow)
      removeEventListener('pagehide', draft.keepNow)
      document.removeEventListener('visibilitychange', draft.keepNow)
    }
  }, [draft])
  return draft
}
