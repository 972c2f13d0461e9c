'use client'

import { type ComponentProps, type SubmitEvent, useRef } from 'react'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { useDone } from './after-deed'
import { type Deed, perform } from './deed'

interface Props extends Pick<ComponentProps<typeof Button>, 'variant' | 'size' | 'icon' | 'children'> {
  deed: Deed
  /** The id of what says whom it is about: the same name stands on every row. */
  about: string
}

/** Does it at once. The children are its name. */
export function ActButton({ deed, about, ...look }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { busy, message, submit } = useSubmission(form)
  const done = useDone()
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(async () => {
      await perform(deed)
      done(deed.done)
      return false
    })
  }
  return (
    <form ref={form} method="post" onSubmit={onSubmit} {...held}>
      <Button type="submit" busy={busy} aria-describedby={about} {...look} />
      {message && (
        <Alert tone="danger" role="alert">
          <p>{message}</p>
        </Alert>
      )}
    </form>
  )
}
