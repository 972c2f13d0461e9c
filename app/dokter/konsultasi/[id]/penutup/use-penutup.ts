'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { keepDraft, readDraft } from '@/lib/client/drafts/drafts'
import { newNaskah } from '@/lib/client/naskah/naskah'
import { type Penutup, readPenutup, writePenutup } from '@/lib/client/naskah/penutup'

/** Milliseconds after the last key. */
const KEEP_MS = 300

/** What is written on the closing page, kept on this device like every draft and brought back; `forget` when it has been issued. */
export function usePenutup(penggunaId: string, konsultasiId: string, subjektif: string) {
  const place = `${konsultasiId}:penutup`
  const [penutup, setPenutup] = useState<Penutup>(() => begun(subjektif))
  const now = useRef(penutup)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isOver = useRef(false)

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (!isOver.current) keepDraft(penggunaId, place, writePenutup(now.current))
  }, [penggunaId, place])

  const change = useCallback(
    (how: (penutup: Penutup) => Penutup) => {
      now.current = how(now.current)
      setPenutup(now.current)
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
    const kept = readPenutup(readDraft(penggunaId, place))
    if (kept) {
      now.current = kept
      setPenutup(kept)
    }
    const keepNow = () => timer.current !== undefined && keep()
    addEventListener('pagehide', keepNow)
    document.addEventListener('visibilitychange', keepNow)
    return () => {
      keepNow()
      removeEventListener('pagehide', keepNow)
      document.removeEventListener('visibilitychange', keepNow)
    }
  }, [penggunaId, place, keep])
  return { penutup, change, forget }
}

const begun = (subjektif: string): Penutup => ({
  ringkasan: newNaskah('ringkasan', { subjektif }) as Penutup['ringkasan'],
  dokumen: [],
  terbit: {},
})
