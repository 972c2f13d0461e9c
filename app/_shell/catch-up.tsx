'use client'

import { useEffect } from 'react'

declare global {
  interface Window {
    /** What the early script keeps: who hears of presses, and the last button that was pressed. Gone when the page is awake. */
    sapaDini?: { dengar(event: Event): void; tombol?: HTMLButtonElement }
  }
}

/** Presses the button again that somebody pressed before the page was awake: nothing heard it then. */
export function CatchUp() {
  useEffect(() => {
    const { sapaDini: early } = window
    if (!early) return
    delete window.sapaDini
    removeEventListener('click', early.dengar, true)
    if (early.tombol?.isConnected) early.tombol.click()
  }, [])
  return null
}
