import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Texts } from '@/app/_shell/texts'
import { Door } from '@/app/(publik)/door'
import { ForgottenPassword } from './forgotten-password'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sandi'))('judul') }
}

/** A letter's link leads here too, with its token after the `#`, which never reaches the server. */
export default async function LupaSandiPage() {
  const t = await getTranslations('sandi')
  return (
    <Door title={t('judul')} lead={t('isi')}>
      <Texts of={['sandi']}>
        <ForgottenPassword />
      </Texts>
    </Door>
  )
}
