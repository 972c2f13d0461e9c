'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Notice } from '@/app/_shell/notice'
import { isAway } from '@/lib/domain/away'
import { PlainButton, PlainLink } from './_ui/plain'

/** How long a page waits until it asks again by itself, in milliseconds. */
const AGAIN_MS = 5000

/** Something broke while a page was made. Nothing of the cause is shown; the digest finds it in the log. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error)
  return isAway(digest) ? <Away retry={retry} /> : <Broken digest={digest} retry={retry} />
}

function Broken({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const t = useTranslations('galat')
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

/** The database is away: as lib/cli/away-page.mjs says it to whoever comes from outside. */
function Away({ retry }: { retry: () => void }) {
  const t = useTranslations('galat.jauh')
  useEffect(() => {
    const again = setInterval(retry, AGAIN_MS)
    return () => clearInterval(again)
  }, [retry])
  return (
    <Notice title={t('judul')} action={<PlainButton onClick={retry}>{t('cobaLagi')}</PlainButton>}>
      <p>{t('isi')}</p>
      <p role="status">{t('sendiri')}</p>
      <p>{t('darurat')}</p>
    </Notice>
  )
}

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
