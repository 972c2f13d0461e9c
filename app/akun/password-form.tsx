'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { CurrentPasswordField, NewPasswordField } from '@/app/_form/password-fields'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { ask } from '@/lib/client/api/api'
import styles from './akun.module.css'

/** The present password and the new one; every other device is signed out. */
export function PasswordForm() {
  const t = useTranslations('akun.sandi')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const [done, setDone] = useState(false)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    setDone(false)
    void submit(async () => {
      await ask('PUT /auth/password', { json: { lama: String(data.get('lama')), baru: String(data.get('baru')) } })
      form.current?.reset()
      setDone(true)
      return false
    })
  }

  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit}>
      <p className={styles.muted}>{t('isi')}</p>
      {done && (
        <Alert tone="success" role="status">
          <p>{t('diganti')}</p>
        </Alert>
      )}
      {message && (
        <Alert tone="danger" role="alert">
          <p>{message}</p>
        </Alert>
      )}
      <CurrentPasswordField label={t('lama')} name="lama" errors={errors.lama} />
      <NewPasswordField label={t('baru')} name="baru" errors={errors.baru} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {t('tombol')}
        </Button>
      </div>
    </form>
  )
}
