'use client'

import { useEffect, useRef } from 'react'
import { later } from '@/lib/client/page/later'

const keyboardRoom = later(() => import('@/lib/client/page/keyboard-room').then((part) => part.keepAboveKeyboard))

/**
 * Where a phone's keyboard lies over the page instead of making it smaller (Safari on iOS), the room that is left is given to the
 * conversation as `--room`, so that the composer stays above the keyboard. None comes before something is touched.
 */
export function useKeyboardRoom<E extends HTMLElement>() {
  const frame = useRef<E>(null)
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    let stop: (() => void) | undefined
    let isOver = false
    const begin = async () => {
      const keep = await keyboardRoom().catch(() => null)
      if (!keep || isOver || stop || !frame.current) return
      stop = keep(viewport, frame.current)
    }
    addEventListener('focusin', begin)
    if (keyboardRoom.now()) void begin()
    return () => {
      isOver = true
      removeEventListener('focusin', begin)
      stop?.()
    }
  }, [])
  return frame
}
