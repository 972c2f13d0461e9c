'use client'

import { useEffect, useRef } from 'react'

/**
 * Where a phone's keyboard lies over the page instead of making it smaller (Safari on iOS), the room that is left is given to the
 * conversation as `--room`, so that the composer stays above the keyboard.
 */
export function useKeyboardRoom<E extends HTMLElement>() {
  const frame = useRef<E>(null)
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const fit = () => {
      const covered = window.innerHeight - viewport.height * viewport.scale > 80
      if (covered) frame.current?.style.setProperty('--room', `${viewport.height}px`)
      else frame.current?.style.removeProperty('--room')
    }
    viewport.addEventListener('resize', fit)
    return () => viewport.removeEventListener('resize', fit)
  }, [])
  return frame
}
