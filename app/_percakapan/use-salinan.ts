'use client'

import { useEffect } from 'react'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { forgetSalinan, isWorthKeeping, keepSalinan, type Original, pageOf } from '@/lib/client/thread/salinan'

/** Milliseconds: changes that come together are written together. */
const KEEP_MS = 1000

/** Keeps the end of this conversation on the device, for a reload without a network; forgets it with the right to read it. */
export function useSalinan() {
  const { me, bisa, store } = usePercakapan()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let last: Original | null = null

    const keepNow = () => {
      clearTimeout(timer)
      timer = undefined
      const { konsultasi, thread, freshness } = store.snapshot()
      if (freshness.denied) last = null
      if (freshness.denied === 'signed_out') return void forgetSalinan(me.id)
      if (freshness.denied) return void forgetSalinan(me.id, konsultasi.id)
      // What was itself a copy does not become younger by being opened.
      if (freshness.seenAt === null) return
      const original = { konsultasi, thread, seenAt: freshness.seenAt }
      if (!isWorthKeeping(last, original)) return
      last = original
      void keepSalinan({
        pengguna_id: me.id,
        konsultasi_id: konsultasi.id,
        konsultasi,
        page: pageOf(thread),
        bisa,
        dilihat_pada: freshness.seenAt,
      })
    }
    const keepLater = () => {
      timer ??= setTimeout(keepNow, KEEP_MS)
    }

    keepLater()
    const stop = store.subscribe(keepLater)
    addEventListener('pagehide', keepNow)
    return () => {
      stop()
      removeEventListener('pagehide', keepNow)
      if (timer) keepNow()
    }
  }, [me, bisa, store])
}
