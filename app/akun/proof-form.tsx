'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, type SubmitEvent, useRef } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { KodeField } from '@/app/_form/kode-field'
import { CurrentPasswordField } from '@/app/_form/password-fields'
import { SubmitFoot } from '@/app/_form/submit-foot'
import { useSubmission } from '@/app/_form/use-submission'

/** What the form holds: the password, the code where one is asked for, and the fields of `children`. */
type Proven = { readonly password: string } & Readonly<Record<string, string>>

interface Props {
  /** Whether the account asks for a code. */
  withKode: boolean
  /** The name of the button that acts. */
  name: string
  danger?: boolean
  /** Fields before the password, told what is wrong with them. */
  fields?: (errors: Readonly<Record<string, readonly string[]>>) => ReactNode
  send: (proven: Proven) => Promise<void>
}

/** In a dialog: the password again, and a code where the account asks for one. */
export function ProofForm({ withKode, name, danger, fields, send }: Props) {
  const t = useTranslations('akun')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = Object.fromEntries([...new FormData(event.currentTarget)].map(([field, value]) => [field, String(value)]))
    const proven = { password: '', ...typed }
    void submit(async () => {
      await send(proven)
      return false
    })
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={onSubmit}>
      <FormAlert message={message} errors={errors} />
      {fields?.(errors)}
      <CurrentPasswordField label={t('faktor.sandi')} name="password" errors={errors.password} />
      {withKode && <KodeField errors={errors.totp} />}
      <SubmitFoot name={name} danger={danger} busy={busy} />
    </form>
  )
}
