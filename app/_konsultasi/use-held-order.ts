'use client'

import { type PointerEvent, useEffect, useRef, useState } from 'react'

/** A list keeps its order until the pointer has rested for this long, in milliseconds. */
const REST_MS = 5000

/**
 * A list keeps its order while somebody is about to press something in it: `handlers` belong on the list; `hold` is for whoever walks
 * through it by keys. What is new meanwhile stands at its
 * end, and everything finds its place when the pointer has left or rests.
 */
export function useHeldOrder<T extends { readonly id: string }>(items: readonly T[]) {
  const [held, setHeld] = useState<readonly string[] | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const release = () => {
    clearTimeout(timer.current)
    setHeld(null)
  }
  // A finger leaves before what it pressed hears of it.
  const leave = ({ pointerType }: PointerEvent) => pointerType === 'mouse' && release()
  const hold = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setHeld(null), REST_MS)
    setHeld((known) => known ?? items.map(({ id }) => id))
  }
  const touch = ({ pointerType, type }: PointerEvent) => {
    // A finger that only scrolls past holds nothing.
    if (pointerType === 'mouse' || type === 'pointerdown') hold()
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    shown: held ? inHeldOrder(items, held) : items,
    hold,
    handlers: { onPointerMove: touch, onPointerDown: touch, onPointerLeave: leave, onPointerCancel: release },
  }
}

function inHeldOrder<T extends { readonly id: string }>(items: readonly T[], held: readonly string[]): T[] {
  const places = new Map(held.map((id, place) => [id, place]))
  const placeOf = ({ id }: T) => places.get(id) ?? held.length
  return items.toSorted((a, b) => placeOf(a) - placeOf(b))
}
