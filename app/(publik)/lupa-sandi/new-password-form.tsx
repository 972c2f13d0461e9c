'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { useSubmission } from '@/app/_bagian/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button, LinkButton } from '@/app/_ui/button'
import { PasswordField } from '@/app/_ui/password-field'
import styles from '@/app/(publik)/form.module.css'
import { ask } from '@/lib/client/api'
import { KATA_SANDI_MAX, KATA_SANDI_MIN } from '@/lib/domain/pengguna'

/** Sets the new password; signing in with it is the next step, and proves that it is known. */
export function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations('sandi')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  const [done, setDone] = useState(false)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const baru = String(new FormData(event.currentTarget).get('baru'))
    void submit(async () => {
      await ask('/auth/atur-ulang-sandi', { method: 'POST', json: { token, baru } })
      // The link is used up; the next person at this computer does not find it.
      history.replaceState(null, '', location.pathname)
      setDone(true)
      return false
    })
  }

  if (done)
    return (
      <div className={styles.form}>
        <Alert tone="success" role="status">
          <p>{t('diganti')}</p>
        </Alert>
        <LinkButton href="/masuk" variant="primary" wide>
          {t('masuk')}
        </LinkButton>
      </div>
    )
  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit}>
      {message && (
        <Alert tone="danger" role="alert">
          {errors.token ? (
            <p>
              {errors.token[0]}. <Link href="/lupa-sandi">{t('mintaLagi')}</Link>
            </p>
          ) : (
            <p>{message}</p>
          )}
        </Alert>
      )}
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
      <Button type="submit" variant="primary" wide busy={busy}>
        {t('ganti')}
      </Button>
    </form>
  )
}
