'use client'

import { useMemo } from 'react'
import { ask } from '@/lib/client/api'

/** At most so often, in milliseconds; the server forgets after 6 s. */
const EVERY_MS = 3000

/** Tells the other side that something is being written. It is only a courtesy: a failure is nobody's business. */
export function useTypingSignal(konsultasiId: string) {
  return useMemo(() => {
    let last = 0
    return {
      typed() {
        if (Date.now() - last < EVERY_MS || !navigator.onLine) return
        last = Date.now()
        ask(`/konsultasi/${konsultasiId}/mengetik`, { method: 'PUT' }).catch(() => undefined)
      },
      sent() {
        last = 0
      },
    }
  }, [konsultasiId])
}
