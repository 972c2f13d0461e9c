'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { EmailField } from '@/app/_form/email-field'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { KodeField } from '@/app/_form/kode-field'
import { CurrentPasswordField } from '@/app/_form/password-fields'
import { useSubmission } from '@/app/_form/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field/text-field'
import styles from '@/app/(publik)/form.module.css'
import { destinationFor, safePath } from '@/lib/client/account/after-sign-in'
import { type SignInOutcome, signIn } from '@/lib/client/account/sign-in'
import { askFor } from '@/lib/client/api/api'

interface Props {
  callbackUrl: string | null
  csrfToken: string
  /** Why the try before this one, sent without JavaScript, did not work. */
  refusal: string | null
}

/** Email and password, and in a second step a code where the account asks for one. It is a plain form to next-auth's own address, so that it also works where no script runs. */
export function SignInForm({ callbackUrl, csrfToken, refusal }: Props) {
  const t = useTranslations('publik.masuk')
  const tg = useTranslations('galat')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  const [asksKode, setAsksKode] = useState(false)
  useHeldForm(form)
  useEffect(() => {
    if (asksKode) form.current?.querySelector<HTMLElement>('[name=totp]')?.focus()
  }, [asksKode])

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const email = String(data.get('email')).trim()
    const password = String(data.get('password'))
    const missing = {
      ...(!email && { email: [t('kosong.email')] }),
      ...(!password && { password: [t('kosong.sandi')] }),
    }
    if (Object.keys(missing).length > 0) return refuse({ errors: missing })
    void submit(async () => {
      const outcome = await signIn(email, password, asksKode ? String(data.get('totp')) : '')
      if (outcome.kind === 'in') await enter(callbackUrl)
      else refuse({ message: explain(outcome) })
      setAsksKode(outcome.kind === 'code' || (asksKode && outcome.kind !== 'mismatch'))
      return true
    })
  }

  const explain = (outcome: Exclude<SignInOutcome, { kind: 'in' }>): string | null => {
    if (outcome.kind === 'code') return outcome.wrong ? t('kodeSalah') : null
    if (outcome.kind === 'mismatch') return t('salah')
    if (outcome.kind === 'locked') return t('terkunci', { tunggu: Math.ceil(outcome.seconds / 60) })
    return outcome.kind === 'unreachable' ? tg('jaringan') : tg('umum')
  }

  const told = message ?? (busy ? null : refusal)
  return (
    <form ref={form} className={styles.form} method="post" action="/api/auth/callback/credentials" noValidate onSubmit={onSubmit} {...held}>
      {told && (
        <Alert tone="danger" role="alert">
          <p>{told}</p>
        </Alert>
      )}
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={safePath(callbackUrl) ?? '/'} />
      <div className={asksKode ? styles.gone : styles.form}>
        <EmailField label={t('email')} errors={errors.email} />
        <CurrentPasswordField label={t('sandi')} name="password" errors={errors.password} />
        <noscript>
          <TextField label={t('tanpaSkripKode')} name="totp" autoComplete="one-time-code" />
        </noscript>
      </div>
      {asksKode && (
        <>
          <Alert role="status">
            <p>{t('dimintaKode')}</p>
          </Alert>
          <KodeField />
        </>
      )}
      <Button type="submit" variant="primary" wide busy={busy}>
        {t('tombol')}
      </Button>
      {asksKode ? (
        <Button variant="quiet" onClick={() => setAsksKode(false)}>
          {t('akunLain')}
        </Button>
      ) : (
        <Asides />
      )}
    </form>
  )
}

/** The other ways from here. */
function Asides() {
  const t = useTranslations('publik.masuk')
  return (
    <>
      <p className={styles.aside}>
        <Link href="/lupa-sandi" prefetch={false}>
          {t('lupa')}
        </Link>
      </p>
      <p className={styles.aside}>
        {t('belumPunya')}{' '}
        <Link href="/daftar" prefetch={false}>
          {t('daftar')}
        </Link>
      </p>
    </>
  )
}

/** A full load, so that nothing of the signed-out pages stays; to the page that asked, if it is this person's. */
async function enter(callbackUrl: string | null) {
  const me = await askFor('GET /auth/me', { asWhoever: true }).catch(() => null)
  location.assign(me ? destinationFor(me.data.pengguna.peran, callbackUrl, location.origin) : '/')
}
