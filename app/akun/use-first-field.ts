'use client'

import { type RefObject, useEffect } from 'react'

/** Leads to the first field of a form that has just taken the place of what was pressed. */
export function useFirstField(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), [form])
}
