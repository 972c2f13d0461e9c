'use client'

import { type RefObject, useEffect } from 'react'
import { caughtUp } from '@/lib/client/page/early'

/** Put `{...held}` on a `<form>`: what is sent before the page has woken up is kept, and sent once it has. */
export const held = { 'data-held': '' } as const

/** Takes over a held form once the page is awake and has heard what was typed before; sends what was waiting, by the button that was pressed. */
export function useHeldForm(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    let isGone = false
    const takeOver = () => {
      const element = form.current
      if (isGone || !element) return
      const waiting = element.dataset.held === '1'
      delete element.dataset.held
      // The early script's own note; the button may say what is decided.
      if (waiting) element.requestSubmit((element as { pengirim?: HTMLElement | null }).pengirim)
    }
    void caughtUp.then(takeOver)
    return () => {
      isGone = true
    }
  }, [form])
}
