'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { CurrentPasswordField } from '@/app/_form/password-fields'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import styles from '@/app/akun/akun.module.css'
import { useFirstField } from '@/app/akun/use-first-field'
import { askFor } from '@/lib/client/api/api'
import type { RahasiaView } from '@/lib/contract/akun'

/** The password again, for which the server makes a secret. */
export function ConfirmForm({ onDone, onCancel }: { onDone: (secret: RahasiaView) => void; onCancel: () => void }) {
  const t = useTranslations('akun.faktor')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  useFirstField(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    void submit(async () => {
      onDone((await askFor('POST /akun/faktor-kedua', { json: { password } })).data)
      return true
    })
  }

  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit}>
      <p>{t('sandiIsi')}</p>
      {message && !errors.password && (
        <Alert tone="danger" role="alert">
          <p>{message}</p>
        </Alert>
      )}
      <CurrentPasswordField label={t('sandi')} name="password" errors={errors.password} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {t('lanjut')}
        </Button>
        <Button onClick={onCancel}>{t('batal')}</Button>
      </div>
    </form>
  )
}
