'use client'

import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { keepDraft, readDraft } from '@/lib/client/drafts'

/** Milliseconds after the last key. */
const KEEP_MS = 300

/** Keeps what is in the textbox for this person and konsultasi, and brings it back; `onRestored` hears that it did. */
export function useDraft(area: RefObject<HTMLTextAreaElement | null>, penggunaId: string, konsultasiId: string, onRestored: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const draft = useMemo(() => {
    /** Texts that have left the textbox and are not in the outbox yet. */
    const leaving = new Set<{ readonly text: string }>()
    const keep = (value: string) => {
      clearTimeout(timer.current)
      keepDraft(penggunaId, konsultasiId, [...[...leaving].map(({ text }) => text), value].filter(Boolean).join('\n'))
    }
    const keepNow = () => {
      if (area.current) keep(area.current.value)
    }
    /** The text stays a draft until the outbox has it: whoever goes away between the two finds it in the textbox. */
    const keepUntil = (text: string, added: Promise<unknown>) => {
      const left = { text }
      leaving.add(left)
      keepNow()
      void added.then(() => {
        leaving.delete(left)
        keepNow()
      })
    }
    const keepLater = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(keepNow, KEEP_MS)
    }
    return { keep, keepNow, keepLater, keepUntil }
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
      if (element) draft.keep(element.value)
      element?.removeEventListener('blur', draft.keepNow)
      removeEventListener('pagehide', draft.keepNow)
      document.removeEventListener('visibilitychange', draft.keepNow)
    }
  }, [draft])
  return draft
}
