'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { ApiError } from '@/lib/client/api/answer'

interface Submission {
  busy: boolean
  /** What the API says is wrong, by the name of the field. */
  errors: Readonly<Record<string, readonly string[]>>
  /** What it says about the whole. */
  message: string | null
}

const IDLE: Submission = { busy: false, errors: {}, message: null }

/** Sends a form once at a time, keeps the refusals of the API for its fields, and leads to the first of them. */
export function useSubmission(form: RefObject<HTMLFormElement | null>) {
  const t = useTranslations('galat')
  const [state, setState] = useState(IDLE)

  useEffect(() => {
    if (Object.keys(state.errors).length > 0) form.current?.querySelector<HTMLElement>(FIRST_WRONG)?.focus()
  }, [state.errors, form])

  /** `send` stays busy when it answers true: the page is being left. */
  const submit = async (send: () => Promise<boolean>) => {
    if (state.busy) return
    setState({ ...IDLE, busy: true })
    try {
      const leaving = await send()
      if (!leaving) setState(IDLE)
    } catch (error) {
      setState({ ...IDLE, ...explain(error, t) })
    }
  }
  return { ...state, submit, refuse: (refusal: Partial<Submission>) => setState({ ...IDLE, ...refusal }) }
}

const FIRST_WRONG = ':is(input, textarea, select)[aria-invalid], [aria-invalid] input:not(:disabled)'

function explain(error: unknown, t: ReturnType<typeof useTranslations<'galat'>>): Partial<Submission> {
  if (!(error instanceof ApiError)) return { message: t('jaringan') }
  return { errors: error.errors, message: error.message || t('umum') }
}
