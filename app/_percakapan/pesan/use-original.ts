'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { pesanById } from '@/lib/client/thread/originals'
import type { PesanView } from '@/lib/contract/pesan'

/** A pesan that another one answers; asked for once when it is not known. `missing` when it could not be had. */
export function useOriginal(id: string | null): { readonly original: PesanView | null; readonly missing: boolean } {
  const { originals } = usePercakapan()
  const original = useThread(({ thread }) => (id === null ? null : (pesanById(thread, id) ?? null)))
  const missing = useSyncExternalStore(originals.subscribe, originals.missing, nothing)
  const unknown = id !== null && original === null
  useEffect(() => {
    if (unknown) originals.want(id)
  }, [unknown, id, originals])
  return { original, missing: id !== null && missing.has(id) }
}

const NONE: ReadonlySet<string> = new Set()
const nothing = () => NONE
