'use client'

import { useMemo, useState } from 'react'
import { useEntries } from '@/app/_live/use-entries'
import { outboxOf } from '@/lib/client/outbox/outbox-browser'

/** How many pesan of this person wait on this device, by the id of their konsultasi. */
export function useUnsent(penggunaId: string): ReadonlyMap<string, number> {
  const [outbox] = useState(() => (typeof window === 'undefined' ? null : outboxOf(penggunaId)))
  const entries = useEntries(outbox)
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const { konsultasi_id } of entries) counts.set(konsultasi_id, (counts.get(konsultasi_id) ?? 0) + 1)
    return counts
  }, [entries])
}
