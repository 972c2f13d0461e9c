'use client'

import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import styles from './menu.module.css'

/** Between a menu and its button, and between a menu and the edge of the window, in CSS pixels. */
const GAP = 6
const EDGE = 8

interface Props {
  labelledBy: string
  button: RefObject<HTMLElement | null>
  /** Begin on its first item, as the keyboard does; a pointer begins on none. */
  intoFirst: RefObject<boolean>
  /** The reader is done with it. */
  close: () => void
  children: ReactNode
}

/** An open menu: a popover of the browser, above all else of the page. It closes at Escape, Tab and a press beside it. */
export function MenuPanel({ labelledBy, button, intoFirst, close, children }: Props) {
  const panel = useRef<HTMLDivElement>(null)
  const latest = useRef(close)
  useLayoutEffect(() => {
    latest.current = close
  })
  useLayoutEffect(() => {
    const [menu, from] = [panel.current, button.current]
    if (!menu || !from) return
    // An older browser shows it like anything else.
    menu.showPopover?.()
    const first = intoFirst.current ? itemsOf(menu)[0] : menu
    first?.focus({ preventScroll: true })
    intoFirst.current = true
    const stops = [follow(menu, from), hearBeside([menu, from], () => latest.current()), hearBack(() => latest.current())]
    return () => {
      for (const stop of stops) stop()
    }
  }, [button, intoFirst])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    // Tab goes on from the button, as if there were no menu.
    if (event.key === 'Tab') return close()
    const next = nextOf(event)
    if (event.key !== 'Escape' && !next) return
    event.preventDefault()
    if (next) next.focus()
    else close()
  }

  return createPortal(
    <div
      ref={panel}
      translate="no"
      className={styles.menu}
      role="menu"
      tabIndex={-1}
      popover="manual"
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>,
    document.body,
  )
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')]

/** Where a key leads: up and down through all, to the sides where choices stand beside each other, by letter to what begins with it. */
function nextOf({ key, ctrlKey, altKey, metaKey, currentTarget }: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const items = itemsOf(currentTarget)
  const now = items.indexOf(document.activeElement as HTMLElement)
  if (key === 'ArrowDown') return items[(now + 1) % items.length]
  if (key === 'ArrowUp') return items.at(now < 1 ? -1 : now - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key === 'ArrowRight' || key === 'ArrowLeft') return besideOf(items, now, key === 'ArrowRight' ? 1 : -1)
  if (key.length !== 1 || key === ' ' || ctrlKey || altKey || metaKey) return undefined
  const isMeant = ({ textContent }: HTMLElement) => textContent.trim().toLowerCase().startsWith(key.toLowerCase())
  return [...items.slice(now + 1), ...items].find(isMeant)
}

function besideOf(items: readonly HTMLElement[], now: number, step: 1 | -1): HTMLElement | undefined {
  const both = [items[now], items[now + step]]
  return both.every((item) => item?.role === 'menuitemradio') ? both[1] : undefined
}

function hearBeside(own: readonly HTMLElement[], act: () => void): () => void {
  const onPress = ({ target }: Event) => own.some((element) => element.contains(target as Node)) || act()
  addEventListener('pointerdown', onPress, true)
  return () => removeEventListener('pointerdown', onPress, true)
}

interface CloseWatcher extends EventTarget {
  destroy(): void
}

/** Back, which is how a phone closes things, closes the menu and stays in the page, where the browser can tell (Android). */
function hearBack(act: () => void): () => void {
  const { CloseWatcher } = globalThis as { CloseWatcher?: new () => CloseWatcher }
  if (!CloseWatcher) return () => {}
  const watcher = new CloseWatcher()
  watcher.addEventListener('close', act)
  return () => watcher.destroy()
}

/** Keeps it at its button while the page moves under it, and while what it offers is still coming. */
function follow(menu: HTMLElement, button: HTMLElement): () => void {
  const place = () => placeAt(menu, button.getBoundingClientRect())
  place()
  addEventListener('scroll', place, { capture: true, passive: true })
  addEventListener('resize', place)
  const growth = new ResizeObserver(place)
  growth.observe(menu)
  return () => {
    growth.disconnect()
    removeEventListener('scroll', place, { capture: true })
    removeEventListener('resize', place)
  }
}

/** Below the button, or above it where there is no room; its end at the button's end, and never beyond the window. */
function placeAt({ style, offsetWidth, offsetHeight }: HTMLElement, button: DOMRect) {
  const below = button.bottom + GAP
  const above = button.top - GAP - offsetHeight
  const top = below + offsetHeight > innerHeight - EDGE && above >= EDGE ? above : below
  style.top = `${within(top, innerHeight - offsetHeight)}px`
  style.left = `${within(button.right - offsetWidth, document.documentElement.clientWidth - offsetWidth)}px`
}

const within = (wish: number, end: number) => Math.max(EDGE, Math.min(wish, end - EDGE))
