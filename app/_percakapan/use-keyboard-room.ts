'use client'

import { useEffect, useRef } from 'react'
import { isMovedUp, roomAboveKeyboard } from '@/lib/client/page/keyboard-room'

/**
 * Where a phone's keyboard lies over the page instead of making it smaller (Safari on iOS), the room that is left is given to the
 * conversation as `--room`, so that the composer stays above the keyboard.
 */
export function useKeyboardRoom<E extends HTMLElement>() {
  const frame = useRef<E>(null)
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const measure = () => {
      const element = frame.current
      if (!element) return
      const isCovered = roomAboveKeyboard(viewport, window.innerHeight, 0) !== null
      if (isCovered && isMovedUp(viewport, window.scrollY)) window.scrollTo(0, 0)
      const room = roomAboveKeyboard(viewport, window.innerHeight, element.getBoundingClientRect().top)
      if (room === null) element.style.removeProperty('--room')
      else element.style.setProperty('--room', `${room}px`)
    }
    measure()
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    return () => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
    }
  }, [])
  return frame
}
