import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_shell/notice'
import { PlainLink } from './_ui/plain'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('galat.tidakAda'))('judul') }
}

export default function NotFound() {
  const t = useTranslations('galat')
  return (
    <Notice
      title={t('tidakAda.judul')}
      action={
        <PlainLink href="/" primary>
          {t('keBeranda')}
        </PlainLink>
      }
    >
      <p>{t('tidakAda.isi')}</p>
    </Notice>
  )
}
