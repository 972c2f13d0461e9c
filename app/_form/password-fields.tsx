'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '@/app/_ui/field/password-field'
import { KATA_SANDI_MAX, KATA_SANDI_MIN } from '@/lib/domain/pengguna'

interface Props {
  label: string
  name: string
  errors: readonly string[] | undefined
}

/** The password that one has. Needs `umum`. */
export function CurrentPasswordField({ errors = [], ...named }: Props) {
  const t = useTranslations('umum.sandi')
  return (
    <PasswordField
      {...named}
      autoComplete="current-password"
      errors={errors}
      showLabel={t('tampilkan')}
      hideLabel={t('sembunyikan')}
      required
    />
  )
}

/** A password that is being chosen: how long it must be stands there before anything is refused. Needs `umum`. */
export function NewPasswordField({ errors = [], ...named }: Props) {
  const t = useTranslations('umum.sandi')
  return (
    <PasswordField
      {...named}
      autoComplete="new-password"
      maxLength={KATA_SANDI_MAX}
      hint={t('petunjuk', { min: KATA_SANDI_MIN })}
      errors={errors}
      showLabel={t('tampilkan')}
      hideLabel={t('sembunyikan')}
      required
    />
  )
}
