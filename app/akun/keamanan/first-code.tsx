'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import styles from '@/app/akun/akun.module.css'
import { CopyButton } from '@/app/akun/copy-button'
import { useFirstField } from '@/app/akun/use-first-field'
import { askFor } from '@/lib/client/api/api'
import type { RahasiaView } from '@/lib/contract/akun'
import { KODE_DIGITS } from '@/lib/domain/faktor-kedua'
import { QrCode } from './qr-code'

interface Props {
  secret: RahasiaView
  onDone: (codes: readonly string[]) => void
  onCancel: () => void
}

/** The secret, as a picture and as text, and the first code that shows that it arrived in the app. */
export function FirstCode({ secret, onDone, onCancel }: Props) {
  const t = useTranslations('akun.faktor')
  const tk = useTranslations('umum.kode')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit } = useSubmission(form)
  useFirstField(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const totp = String(new FormData(event.currentTarget).get('totp'))
    void submit(async () => {
      const { data } = await askFor('PUT /akun/faktor-kedua', { json: { totp } })
      onDone(data.kode_pemulihan)
      return true
    })
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={onSubmit}>
      <ol className={styles.steps}>
        <li>
          <div className={styles.step}>
            <p>{t('pindai')}</p>
            <QrCode text={secret.otpauth} label={t('qr')} />
            <p className={styles.muted}>{t('ketik')}</p>
            <code className={styles.secret}>{grouped(secret.rahasia)}</code>
            <div>
              <CopyButton text={secret.rahasia} label={t('salin')} done={t('tersalin')} />
            </div>
          </div>
        </li>
        <li>
          <div className={styles.step}>
            <p>{t('langkahKode')}</p>
            {message && !errors.totp && (
              <Alert tone="danger" role="alert">
                <p>{message}</p>
              </Alert>
            )}
            <div className={styles.form}>
              <TextField
                label={tk('aplikasi')}
                hint={tk('aplikasiPetunjuk')}
                name="totp"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={KODE_DIGITS + 2}
                errors={errors.totp}
                required
              />
              <div className={styles.actions}>
                <Button type="submit" variant="primary" busy={busy}>
                  {t('aktifkan')}
                </Button>
                <Button onClick={onCancel}>{t('batal')}</Button>
              </div>
            </div>
          </div>
        </li>
      </ol>
    </form>
  )
}

/** Fours are easier to type. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret
