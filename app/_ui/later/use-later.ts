'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Later } from '@/lib/client/page/later'

interface Fetched<Part> {
  /** null until it is there */
  readonly part: Part | null
  readonly failed: boolean
  /** Asks once more for what could not be had. */
  again(): void
}

/** A part of the page that is fetched from the moment on that it is `wanted`. */
export function useLater<Part>(of: Later<Part>, wanted: boolean): Fetched<Part> {
  const [failed, setFailed] = useState(false)
  // It may come at any moment, also between being drawn here and what follows a drawing.
  const part = useSyncExternalStore(of.subscribe, of.now, notOnTheServer)
  useEffect(() => {
    if (wanted && !failed && part === null) of().catch(() => setFailed(true))
  }, [of, wanted, failed, part])
  return { part, failed: failed && part === null, again: useCallback(() => setFailed(false), []) }
}

const notOnTheServer = () => null
