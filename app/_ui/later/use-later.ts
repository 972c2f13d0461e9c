'use client'

import { useCallback, useEffect, useReducer, useState } from 'react'
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
  const [, look] = useReducer((looks: number) => looks + 1, 0)
  const [failed, setFailed] = useState(false)
  const part = of.now()
  const isHere = part !== null
  // As it was drawn: what has come since, before this is asked, would never be seen.
  useEffect(() => {
    if (!wanted || failed || isHere) return
    of().then(look, () => setFailed(true))
  }, [of, wanted, failed, isHere])
  return { part, failed: failed && !isHere, again: useCallback(() => setFailed(false), []) }
}
