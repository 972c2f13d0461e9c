import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Texts } from '@/app/_shell/texts'
import { Door } from '@/app/(publik)/door'
import { ConfirmEmailForm } from './confirm-email-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('akun.konfirmasi'))('judul') }
}

/** Where the letter's link leads, with its token after the `#`, which never reaches the server. */
export default async function KonfirmasiEmailPage() {
  const t = await getTranslations('akun.konfirmasi')
  return (
    <Door title={t('judul')} lead={t('isi')}>
      <Texts of={['akun']}>
        <ConfirmEmailForm />
      </Texts>
    </Door>
  )
}
