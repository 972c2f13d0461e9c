'use client'

import { type ReactNode, type SubmitEvent, useRef, useState } from 'react'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button, LinkButton } from '@/app/_ui/button'
import styles from '@/app/(publik)/form.module.css'

interface Props {
  /** Brings the token of the page's address, with what was typed. */
  send: (token: string, typed: FormData) => Promise<unknown>
  /** What is brought along, told what is wrong with it. */
  fields?: (errors: Readonly<Record<string, readonly string[]>>) => ReactNode
  /** The name of the button that acts. */
  name: string
  /** What is said afterwards, and the name of the link that leads to signing in. */
  done: string
  onward: string
  /** The way out when the link is worth nothing any more. */
  anew?: ReactNode
}

/** What waits behind a letter's link. Its token acts by a press, so that a program that follows every link of a mailbox does nothing. */
export function LetterForm({ send, fields, name, done, onward, anew }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const [isDone, setDone] = useState(false)
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    void submit(async () => {
      await send(location.hash.slice(1), typed)
      // The link is used up; the next person at this computer does not find it.
      history.replaceState(null, '', location.pathname)
      setDone(true)
      return false
    })
  }

  if (isDone)
    return (
      <div className={styles.form}>
        <Alert tone="success" role="status">
          <p>{done}</p>
        </Alert>
        <LinkButton href="/masuk" variant="primary" wide>
          {onward}
        </LinkButton>
      </div>
    )
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit} {...held}>
      {message && (
        <Alert tone="danger" role="alert">
          <p>
            {errors.token?.[0] ?? message}
            {errors.token && anew && <>. {anew}</>}
          </p>
        </Alert>
      )}
      {fields?.(errors)}
      <Button type="submit" variant="primary" wide busy={busy}>
        {name}
      </Button>
    </form>
  )
}
