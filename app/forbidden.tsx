import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_shell/notice'
import { PageTitle } from '@/app/_shell/page-title'
import { SignOutLater } from '@/app/_shell/sign-out-later'
import { currentActor } from '@/lib/auth/pages'
import { PlainLink } from './_ui/plain'

/**
 * The wrong wing: `/` leads everybody to their own, and whoever has another account can leave this one. It comes along with every page, also with
 * the one that is kept for the time without a network: nothing in it may say who somebody is.
 */
export default async function Forbidden() {
  const [t, actor] = await Promise.all([getTranslations('galat'), currentActor()])
  return (
    <Notice
      title={t('terlarang.judul')}
      action={
        <>
          <PlainLink href="/" primary>
            {t('keBeranda')}
          </PlainLink>
          {actor && <SignOutLater />}
        </>
      }
    >
      <PageTitle title={`${t('terlarang.judul')} · Sapa`} />
      <p>{t('terlarang.isi')}</p>
    </Notice>
  )
}
