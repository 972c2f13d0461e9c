import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Door } from '@/app/(publik)/door'
import { currentActor } from '@/lib/auth/pages'
import { destinationFor, safePath } from '@/lib/client/account/after-sign-in'
import { ForgetSalinan } from './forget-salinan'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publik.masuk'))('judul') }
}

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function MasukPage({ searchParams }: { searchParams: Query }) {
  const { callbackUrl, error, csrf } = await searchParams
  const asked = typeof callbackUrl === 'string' ? callbackUrl : null
  const actor = await currentActor()
  if (actor) redirect(destinationFor(actor.peran, asked))

  const t = await getTranslations('publik.masuk')
  return (
    <Door title={t('judul')} lead={safePath(asked) ? t('diminta') : t('isi')}>
      <ForgetSalinan />
      <SignInForm callbackUrl={asked} csrfToken={await knownCsrfToken()} refusal={error ? t('salah') : csrf ? t('ulangi') : null} />
    </Door>
  )
}

/** For a browser without JavaScript: the token that next-auth gave it before, which the form must bring back. */
async function knownCsrfToken(): Promise<string> {
  const jar = await cookies()
  const cookie = jar.get('__Host-next-auth.csrf-token') ?? jar.get('next-auth.csrf-token')
  return cookie?.value.split('|')[0] ?? ''
}
