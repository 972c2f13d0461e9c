'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { SignInAgainForm } from './sign-in-again-form'

interface Props {
  /** Whose conversation it is. */
  nama: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Signing in over the conversation. */
export function SignInAgainDialog({ nama, ...dialog }: Props) {
  const t = useTranslations('tahan.masuk')
  const umum = useTranslations('umum')
  return (
    <Dialog title={t('judul')} description={t('isi', { nama })} closeLabel={umum('tutup')} {...dialog}>
      <SignInAgainForm />
    </Dialog>
  )
}
