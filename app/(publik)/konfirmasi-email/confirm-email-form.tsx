'use client'

import { useTranslations } from 'next-intl'
import { LetterForm } from '@/app/(publik)/letter-form'
import { ask } from '@/lib/client/api/api'

/** Confirms the address that the letter went to. */
export function ConfirmEmailForm() {
  const t = useTranslations('akun.konfirmasi')
  return (
    <LetterForm
      send={(token) => ask('POST /auth/konfirmasi-email', { json: { token } })}
      name={t('tombol')}
      done={t('selesai')}
      onward={t('lanjut')}
    />
  )
}
