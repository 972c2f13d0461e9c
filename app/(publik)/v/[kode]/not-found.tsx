import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_shell/notice'
import { PlainLink } from '@/app/_ui/plain'

/** Whoever looks here holds a paper: it was mistyped, or it was never issued here. */
export default async function UnknownKode() {
  const t = await getTranslations('verifikasi.takAda')
  return (
    <Notice title={t('judul')} action={<PlainLink href="/">{(await getTranslations('galat'))('keBeranda')}</PlainLink>}>
      <p>{t('isi')}</p>
      <p>{t('jangan')}</p>
    </Notice>
  )
}
