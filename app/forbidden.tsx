import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { Notice } from './_bagian/notice'
import { SignOutHere } from './_bagian/sign-out'
import { Texts } from './_bagian/texts'
import { LinkButton } from './_ui/button'

/** The wrong wing: `/` leads everybody to their own, and whoever has another account can leave this one. */
export default async function Forbidden() {
  const [t, actor] = await Promise.all([getTranslations('galat'), currentActor()])
  return (
    <Notice
      title={t('terlarang.judul')}
      action={
        <>
          <LinkButton href="/" variant="primary">
            {t('keBeranda')}
          </LinkButton>
          {actor && (
            <Texts of={['umum']}>
              <SignOutHere penggunaId={toId('pengguna', actor.id)} />
            </Texts>
          )}
        </>
      }
    >
      <p>{t('terlarang.isi')}</p>
    </Notice>
  )
}
