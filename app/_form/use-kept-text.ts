'use client'

import { type RefObject, useEffect, useMemo } from 'react'
import { keepDraft, readDraft } from '@/lib/client/drafts/drafts'

/**
 * Keeps what this person writes in a textbox on this device, under the name of its place, and brings it back; not over words that stand in
 * it already. `forget` when it has been sent.
 */
export function useKeptText(area: RefObject<HTMLTextAreaElement | null>, penggunaId: string, place: string) {
  useEffect(() => {
    const element = area.current
    if (!element) return
    element.value ||= readDraft(penggunaId, place)
    const keep = () => keepDraft(penggunaId, place, element.value)
    element.addEventListener('input', keep)
    return () => element.removeEventListener('input', keep)
  }, [area, penggunaId, place])
  return useMemo(() => ({ forget: () => keepDraft(penggunaId, place, '') }), [penggunaId, place])
}
