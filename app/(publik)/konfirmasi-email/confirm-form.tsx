'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { held, useHeldForm } from '@/app/_bagian/held-forms'
import { useSubmission } from '@/app/_bagian/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button, LinkButton } from '@/app/_ui/button'
import styles from '@/app/(publik)/form.module.css'
import { ask } from '@/lib/client/api'

/** Confirms by a press: a program that follows every link of a mailbox confirms nothing. */
export function ConfirmForm() {
  const t = useTranslations('akun.konfirmasi')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const [done, setDone] = useState(false)
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(async () => {
      await ask('/auth/konfirmasi-email', { method: 'POST', json: { token: location.hash.slice(1) } })
      history.replaceState(null, '', location.pathname)
      setDone(true)
      return false
    })
  }

  if (done)
    return (
      <div className={styles.form}>
        <Alert tone="success" role="status">
          <p>{t('selesai')}</p>
        </Alert>
        <LinkButton href="/masuk" variant="primary" wide>
          {t('lanjut')}
        </LinkButton>
      </div>
    )
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit} {...held}>
      {message && (
        <Alert tone="danger" role="alert">
          <p>{errors.token?.[0] ?? message}</p>
        </Alert>
      )}
      <Button type="submit" variant="primary" wide busy={busy}>
        {t('tombol')}
      </Button>
    </form>
  )
}
