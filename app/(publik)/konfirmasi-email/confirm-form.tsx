'use client'

import { useTranslations } from 'next-intl'
import { LetterForm } from '@/app/(publik)/letter-form'

/** Confirms the address that the letter went to. */
export function ConfirmForm() {
  const t = useTranslations('akun.konfirmasi')
  return <LetterForm path="/auth/konfirmasi-email" name={t('tombol')} done={t('selesai')} onward={t('lanjut')} />
}
