'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { keyOf } from '@/app/_percakapan/context/use-rows'
import type { ThreadRow } from '@/lib/client/thread/merge-thread'
import { urutanIn } from '@/lib/domain/pesan'

/** How long a row that the reader was led to stands out, in milliseconds. */
const STANDS_OUT_MS = 2500

/**
 * Leads to the pesan that the reader asked for, once it is in the page: into view, focused unless they look from beside, and standing out for a moment. Answers with
 * the key of the row that stands out now.
 */
export function useDestination(rows: readonly ThreadRow[], toRow: (key: string) => HTMLElement | null): string | null {
  const destination = useThread((snapshot) => snapshot.destination)
  const [marked, setMarked] = useState<string | null>(null)
  const key = keyOf(rows, destination?.urutan)

  const reached = useRef<typeof destination>(null)
  useLayoutEffect(() => {
    if (key === null || reached.current === destination) return
    reached.current = destination
    const row = toRow(key)
    if (!destination?.beside) row?.focus({ preventScroll: true })
    setMarked(key)
  }, [destination, key, toRow])

  useEffect(() => {
    if (marked === null) return
    const timer = setTimeout(() => setMarked(null), STANDS_OUT_MS)
    return () => clearTimeout(timer)
  }, [marked])

  return marked
}

/** Follows an address that names a place (`?pesan=12`) also when the page is open already, as from a search within it. */
export function useAddressedPlace() {
  const { store } = usePercakapan()
  const id = useThread(({ konsultasi }) => konsultasi.id)
  const named = useSearchParams().get('pesan')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `named` says that there is another address, which may be further by now
  useEffect(() => {
    const place = location.pathname.endsWith(id) ? urutanIn(new URLSearchParams(location.search).get('pesan') ?? undefined) : null
    if (place !== null && store.snapshot().destination?.urutan !== place) void store.goTo(place)
  }, [named, id, store])
  /** At the end again, the address no longer names a place: a reload then begins at the end too. */
  return () => {
    if (location.search && location.pathname.endsWith(id)) history.replaceState(null, '', location.pathname)
  }
}
