'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { useSubmission } from '@/app/_bagian/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { PasswordField } from '@/app/_ui/password-field'
import { ask } from '@/lib/client/api'
import { KATA_SANDI_MAX, KATA_SANDI_MIN } from '@/lib/domain/pengguna'
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
      await ask('/auth/password', { method: 'PUT', json: { lama: String(data.get('lama')), baru: String(data.get('baru')) } })
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
      <PasswordField
        label={t('lama')}
        name="lama"
        autoComplete="current-password"
        errors={errors.lama}
        showLabel={t('tampilkan')}
        hideLabel={t('sembunyikan')}
        required
      />
      <PasswordField
        label={t('baru')}
        name="baru"
        autoComplete="new-password"
        maxLength={KATA_SANDI_MAX}
        hint={t('petunjuk', { min: KATA_SANDI_MIN })}
        errors={errors.baru}
        showLabel={t('tampilkan')}
        hideLabel={t('sembunyikan')}
        required
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {t('tombol')}
        </Button>
      </div>
    </form>
  )
}
