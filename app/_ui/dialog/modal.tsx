'use client'

import { type ComponentProps, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { modalOpened } from './modals'

interface Props extends Omit<ComponentProps<'dialog'>, 'onClose' | 'onCancel' | 'onClick' | 'open' | 'ref'> {
  /** The reader wants to leave: Escape, Back on Android, a click beside what it shows while nothing is written in it. Whoever renders it takes it away then. */
  onClose: () => void
  /** After it has gone, when the focus is back where it was. */
  onClosed?: () => void
}

/** The browser's own modal dialog, open as long as it is rendered: the page behind is inert, the focus stays in it and goes back at the end. */
export function Modal({ onClose, onClosed, ...rest }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const closed = useRef(onClosed)
  const pressedBeside = useRef(false)
  useEffect(() => {
    closed.current = onClosed
  })
  useLayoutEffect(() => show(dialog.current, () => closed.current?.()), [])
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape
    <dialog
      {...rest}
      ref={dialog}
      translate="no"
      onCancel={(event) => {
        // A file chooser inside of it may be cancelled too.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClose={({ currentTarget }) => currentTarget.open || onClose()}
      onPointerDown={({ target, currentTarget }) => {
        pressedBeside.current = target === currentTarget
      }}
      // Not where a selection only ended beside it.
      onClick={({ target, currentTarget }) => target === currentTarget && pressedBeside.current && !isWrittenIn(currentTarget) && onClose()}
    />,
    document.body,
  )
}

/** A slip of the hand must not throw away what somebody has written. */
const isWrittenIn = (dialog: HTMLElement): boolean =>
  [...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(WRITTEN)].some(({ value }) => value.trim() !== '')

const WRITTEN = 'textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=file], [type=email], [type=range])'

/** Opens it, with the focus on what is marked for that or the first thing to fill in, until the returned function is called. */
function show(dialog: HTMLDialogElement | null, onClosed: () => void) {
  if (!dialog) return
  dialog.showModal()
  dialog.querySelector<HTMLElement>('[data-mulai], input, textarea, select')?.focus()
  const release = hideBehind(dialog)
  const gone = modalOpened(dialog)
  return () => {
    release()
    dialog.close()
    gone()
    onClosed()
  }
}

/** Browsers need no more than a modal dialog; helpers that only know the older way are told in it too. Live regions go on being heard. */
function hideBehind(dialog: HTMLElement): () => void {
  const hidden: Element[] = []
  const hideIn = (parent: Element) => {
    for (const child of parent.children) {
      if (child === dialog || child.matches('[aria-live], [aria-hidden], script')) continue
      if (child.querySelector('[aria-live]')) hideIn(child)
      else hidden.push(child)
    }
  }
  hideIn(document.body)
  for (const element of hidden) element.setAttribute('aria-hidden', 'true')
  return () => {
    for (const element of hidden) element.removeAttribute('aria-hidden')
  }
}
