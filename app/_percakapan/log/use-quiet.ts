'use client'

import { useEffect, useState } from 'react'

/** Browsers tell screen readers about additions a moment after they were made, in milliseconds. */
const SETTLE_MS = 600

/** True in the very rendering in which `window` changed, and a moment longer: what history brings into view is no news. */
export function useQuiet(window: string): boolean {
  const [settled, setSettled] = useState(window)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(window), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [window])
  return settled !== window
}
