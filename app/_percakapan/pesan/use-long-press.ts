'use client'

import { type PointerEvent, useRef } from 'react'

/** How long a finger has to rest, in milliseconds, and how far it may stray, in CSS pixels. */
const REST_MS = 450
const STRAY = 10

/** Hears a finger that rests on a bubble (`data-balon`) of the rows in this element; one that scrolls, or a mouse, is none. */
export function useLongPress(onPress: (key: string) => void) {
  const press = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | null>(null)
  const end = () => {
    clearTimeout(press.current?.timer)
    press.current = null
  }
  return {
    onPointerDown({ pointerType, target, clientX: x, clientY: y }: PointerEvent) {
      end()
      if (pointerType !== 'touch' || !(target instanceof Element) || target.closest('[data-pilih]')) return
      const key = target.closest('[data-balon]')?.closest<HTMLElement>('[data-key]')?.dataset.key
      if (key !== undefined) press.current = { timer: setTimeout(() => onPress(key), REST_MS), x, y }
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      if (press.current && Math.hypot(clientX - press.current.x, clientY - press.current.y) > STRAY) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}
