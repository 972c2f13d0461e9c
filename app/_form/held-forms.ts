'use client'

import { type RefObject, useEffect } from 'react'

/** Put `{...held}` on a `<form>`: what is sent before the page has woken up is kept, and sent once it has. */
export const held = { 'data-held': '' } as const

/** Takes over a held form once this component runs, and sends what was waiting. */
export function useHeldForm(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const element = form.current
    const waiting = element?.dataset.held === '1'
    if (element) delete element.dataset.held
    if (waiting) element?.requestSubmit()
  }, [form])
}
