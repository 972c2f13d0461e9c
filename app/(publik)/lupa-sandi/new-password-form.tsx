'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { NewPasswordField } from '@/app/_form/password-fields'
import { LetterForm } from '@/app/(publik)/letter-form'
import { ask } from '@/lib/client/api/api'

/** Sets the new password; signing in with it is the next step, and proves that it is known. */
export function NewPasswordForm() {
  const t = useTranslations('sandi')
  return (
    <LetterForm
      send={(token, typed) => ask('POST /auth/atur-ulang-sandi', { json: { token, baru: String(typed.get('baru')) } })}
      fields={(errors) => <NewPasswordField label={t('baru')} name="baru" errors={errors.baru} />}
      name={t('ganti')}
      done={t('diganti')}
      onward={t('masuk')}
      anew={<Link href="/lupa-sandi">{t('mintaLagi')}</Link>}
    />
  )
}
