'use client'

import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { onceCalm } from '@/lib/client/page/soon'

/** Lets the pages of a wing open without a network (public/sw.js). Each build and language has a shell of its own; while developing there is none. */
export function ServiceWorker() {
  const locale = useLocale()
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
    return onceCalm(() => {
      // The next page will, once there is a network.
      if (!navigator.onLine) return
      const script = `/sw.js?v=${process.env.SAPA_VERSION}-${locale}`
      navigator.serviceWorker.register(script, { updateViaCache: 'none' }).catch(() => undefined)
    })
  }, [locale])
  return null
}
