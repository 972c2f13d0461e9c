'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { atTop, type Look, panBy, type Size, WHOLE, zoomAt } from '@/lib/client/lampiran/picture/zoom'

const STEP = 1.5
/** CSS pixels of a stroke that turns to the next picture. */
const STROKE = 60

/**
 * Looking closely: wheel, pinch, double tap and the keys enlarge around their own spot, a drag moves what is enlarged. A stroke over a whole
 * picture turns to the one before or after. Each picture (`key`) begins whole; each page of it begins at its top, as close as the one before.
 */
export function useZoom(key: string, page: number, turn: (by: number) => void) {
  const stage = useRef<HTMLDivElement>(null)
  const image = useRef<HTMLImageElement>(null)
  const beginsAtTop = useRef(false)
  const look = useRef<Look>(WHOLE)
  const [isWhole, setIsWhole] = useState(true)
  const turnLatest = useRef(turn)
  useEffect(() => {
    turnLatest.current = turn
  })

  const show = useCallback((next: Look) => {
    look.current = next
    if (image.current) enlarge(image.current, next)
    setIsWhole(next.skala === 1)
  }, [])
  const begin = useCallback(() => {
    if (!beginsAtTop.current || !image.current) return
    beginsAtTop.current = false
    show(atTop(look.current, sizeOf(image.current)))
  }, [show])
  // The next page comes as another element, maybe a while after the one before has gone; where its top is shows when it is loaded.
  const attach = useCallback(
    (element: HTMLImageElement | null) => {
      image.current = element
      if (!element) return
      enlarge(element, look.current)
      if (element.complete) begin()
      else element.addEventListener('load', begin, { once: true })
    },
    [begin],
  )
  // What is not there yet comes as close as it was wanted.
  const zoom = useCallback((factor: number, at = MIDDLE) => show(zoomAt(look.current, factor, at, sizeOf(image.current))), [show])

  // biome-ignore lint/correctness/useExhaustiveDependencies: for each picture
  useEffect(() => show(WHOLE), [key, show])
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each page
  useEffect(() => {
    beginsAtTop.current = true
  }, [page])

  useEffect(() => {
    const element = stage.current
    if (!element) return
    const fingers = new Map<number, { x: number; y: number }>()
    let begin: { x: number; y: number } | null = null
    const spot = ({ clientX, clientY }: MouseEvent) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      zoom(Math.exp(-event.deltaY / 400), spot(event))
    }
    const onDown = (event: PointerEvent) => {
      if ((event.target as Element).closest('button')) return
      element.setPointerCapture(event.pointerId)
      fingers.set(event.pointerId, spot(event))
      begin = fingers.size === 1 ? spot(event) : null
    }
    const onMove = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId)
      if (!before || !image.current) return
      const now = spot(event)
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
      fingers.set(event.pointerId, now)
      if (other) zoom(distance(now, other) / Math.max(1, distance(before, other)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
      else show(panBy(look.current, { x: now.x - before.x, y: now.y - before.y }, sizeOf(image.current)))
    }
    const onUp = (event: PointerEvent) => {
      const end = fingers.get(event.pointerId)
      fingers.delete(event.pointerId)
      const moved = begin && end ? end.x - begin.x : 0
      if (look.current.skala === 1 && Math.abs(moved) > STROKE) turnLatest.current(moved < 0 ? 1 : -1)
      begin = null
    }
    const onDouble = (event: MouseEvent) => {
      if ((event.target as Element).closest('button')) return
      zoom(look.current.skala > 1 ? 1 / look.current.skala : 2.5, spot(event))
    }
    const listeners = { wheel: onWheel, pointerdown: onDown, pointermove: onMove, pointerup: onUp, pointercancel: onUp, dblclick: onDouble }
    // A passive listener could not keep the page from zooming along.
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener as EventListener, { passive: false })
    return () => {
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener as EventListener)
    }
  }, [zoom, show])

  return { stage, image: attach, isWhole, closer: () => zoom(STEP), further: () => zoom(1 / STEP), whole: () => show(WHOLE) }
}

const MIDDLE = { x: 0, y: 0 }

function enlarge(element: HTMLElement, { skala, x, y }: Look) {
  element.style.transform = `translate(${x}px, ${y}px) scale(${skala})`
}

const sizeOf = (image: HTMLImageElement | null): Size => ({ lebar: image?.offsetWidth ?? 0, tinggi: image?.offsetHeight ?? 0 })
const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)
