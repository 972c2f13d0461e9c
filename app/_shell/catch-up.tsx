'use client'

import { useEffect } from 'react'

declare global {
  interface Window {
    /** What the early script keeps: who hears of presses, and the last button that was pressed. Gone when the page is awake. */
    sapaDini?: { dengar(event: Event): void; tombol?: HTMLButtonElement }
  }
}

/** A press is not answered later than this after the page was awake, in milliseconds; and so often it is looked whether its button is. */
const PATIENCE_MS = 8000
const LOOK_MS = 50

/** Presses the button again that somebody pressed before the page was awake: nothing heard it then. */
export function CatchUp() {
  useEffect(() => {
    const { sapaDini: early } = window
    if (!early) return
    delete window.sapaDini
    removeEventListener('click', early.dengar, true)
    if (early.tombol) pressOnceAwake(early.tombol, Date.now() + PATIENCE_MS)
  }, [])
  return null
}

/** Parts of the page wake up one after the other. React marks what it hears of; there is no other way to ask. */
function pressOnceAwake(button: HTMLButtonElement, until: number): void {
  if (!button.isConnected || Date.now() > until) return
  if (Object.keys(button).some((key) => key.startsWith('__reactProps'))) button.click()
  else setTimeout(() => pressOnceAwake(button, until), LOOK_MS)
}
