'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** How often the board is read anew while it is looked at, in milliseconds. */
const EVERY_MS = 15_000

/** Keeps the board up to date. */
export function Renew() {
  const router = useRouter()
  useEffect(() => {
    const renew = () => {
      // A dialog over the board is not taken away.
      if (document.visibilityState === 'visible' && !document.querySelector('dialog[open]')) router.refresh()
    }
    const timer = setInterval(renew, EVERY_MS)
    document.addEventListener('visibilitychange', renew)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', renew)
    }
  }, [router])
  return null
}
