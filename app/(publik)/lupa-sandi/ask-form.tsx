'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { EmailField } from '@/app/_form/email-field'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import styles from '@/app/(publik)/form.module.css'
import { ask } from '@/lib/client/api/api'
import { ATUR_ULANG_MS } from '@/lib/domain/sesi'

/** The answer is the same for every address: who has an account here is nobody's business. */
export function AskForm() {
  const t = useTranslations('sandi')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const [sent, setSent] = useState(false)
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    setSent(false)
    void submit(async () => {
      await ask('POST /auth/lupa-sandi', { json: { email } })
      setSent(true)
      return false
    })
  }

  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit} {...held}>
      {message && (
        <Alert tone="danger" role="alert">
          <p>{message}</p>
        </Alert>
      )}
      {sent && (
        <Alert tone="success" role="status">
          <p>{t('terkirim', { menit: ATUR_ULANG_MS / 60_000 })}</p>
        </Alert>
      )}
      <EmailField label={t('email')} errors={errors.email} />
      <Button type="submit" variant="primary" wide busy={busy}>
        {t('minta')}
      </Button>
      <p className={styles.aside}>
        <Link href="/masuk" prefetch={false}>
          {t('masuk')}
        </Link>
      </p>
    </form>
  )
}
