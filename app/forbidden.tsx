import { useTranslations } from 'next-intl'
import { Notice } from './_bagian/notice'
import { LinkButton } from './_ui/button'

/** The wrong wing: `/` leads everybody to their own. */
export default function Forbidden() {
  const t = useTranslations('galat')
  return (
    <Notice
      title={t('terlarang.judul')}
      action={
        <LinkButton href="/" variant="primary">
          {t('keBeranda')}
        </LinkButton>
      }
    >
      <p>{t('terlarang.isi')}</p>
    </Notice>
  )
}
