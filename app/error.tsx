'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_shell/notice'
import { PlainButton, PlainLink } from './_ui/plain'

/** Something broke while a page was made. Nothing of the cause is shown; the digest finds it in the log. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('galat')
  const digest = digestOf(error)
  return (
    <Notice
      title={t('rusak.judul')}
      action={
        <>
          <PlainButton onClick={retry}>{t('rusak.cobaLagi')}</PlainButton>
          <PlainLink href="/">{t('keBeranda')}</PlainLink>
        </>
      }
    >
      <p>{t('rusak.isi')}</p>
      {digest && <p>{t('rusak.kode', { kode: digest })}</p>}
    </Notice>
  )
}

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
