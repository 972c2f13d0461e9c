'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { held, useHeldForm } from '@/app/_bagian/held-forms'
import { useSubmission } from '@/app/_bagian/use-submission'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { PasswordField } from '@/app/_ui/password-field'
import { TextField } from '@/app/_ui/text-field'
import styles from '@/app/(publik)/form.module.css'
import { destinationFor, safePath } from '@/lib/client/after-sign-in'
import { askFor } from '@/lib/client/api'
import { type SignInOutcome, signIn } from '@/lib/client/sign-in'
import type { Success } from '@/lib/contract/envelope'
import type { PenggunaView } from '@/lib/contract/pengguna'

interface Props {
  callbackUrl: string | null
  csrfToken: string
  /** Why the try before this one, sent without JavaScript, did not work. */
  refusal: string | null
}

/** Email and password. It is a plain form to next-auth's own address, so that it also works where no script runs. */
export function SignInForm({ callbackUrl, csrfToken, refusal }: Props) {
  const t = useTranslations('publik.masuk')
  const tg = useTranslations('galat')
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  useHeldForm(form)

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
      const outcome = await signIn(email, password)
      if (outcome.kind === 'in') await enter(callbackUrl)
      else refuse({ message: explain(outcome) })
      return true
    })
  }

  const explain = (outcome: Exclude<SignInOutcome, { kind: 'in' }>): string => {
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
      <TextField
        label={t('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        errors={errors.email}
      />
      <PasswordField
        label={t('sandi')}
        name="password"
        autoComplete="current-password"
        required
        errors={errors.password}
        showLabel={t('tampilkan')}
        hideLabel={t('sembunyikan')}
      />
      <Button type="submit" variant="primary" wide busy={busy}>
        {t('tombol')}
      </Button>
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
    </form>
  )
}

/** A full load, so that nothing of the signed-out pages stays; to the page that asked, if it is this person's. */
async function enter(callbackUrl: string | null) {
  const me = await askFor<Success<{ pengguna: PenggunaView }>>('/auth/me').catch(() => null)
  location.assign(me ? destinationFor(me.data.pengguna.peran, callbackUrl, location.origin) : '/')
}
