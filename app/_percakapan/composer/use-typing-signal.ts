'use client'

import { useMemo } from 'react'
import { later } from '@/lib/client/page/later'

const signals = later(() => import('@/lib/client/thread/typing-signal').then((part) => part.createTypingSignal))

/** Tells the other side that something is being written, once somebody writes. */
export function useTypingSignal(konsultasiId: string) {
  return useMemo(() => {
    let signal: ReturnType<NonNullable<ReturnType<typeof signals.now>>> | undefined
    let last: 'typed' | 'sent'
    const tell = (what: typeof last) => {
      last = what
      const create = signals.now()
      if (!create) {
        void signals().then(
          () => tell(last),
          () => undefined,
        )
        return
      }
      signal ??= create(konsultasiId)
      signal[what]()
    }
    return { typed: () => tell('typed'), sent: () => tell('sent') }
  }, [konsultasiId])
}
