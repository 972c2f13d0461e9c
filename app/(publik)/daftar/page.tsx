import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Alert } from '@/app/_ui/alert'
import { Door } from '@/app/(publik)/door'
import { currentActor } from '@/lib/auth/pages'
import { RegisterForm } from './register-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publik.daftar'))('judul') }
}

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function DaftarPage({ searchParams }: { searchParams: Query }) {
  const actor = await currentActor()
  if (actor) redirect(`/${actor.peran}`)

  const t = await getTranslations('publik.daftar')
  const { peran } = await searchParams
  const lead = (
    <>
      {t('isi')}{' '}
      <Link href="/masuk" prefetch={false}>
        {t('masuk')}
      </Link>
    </>
  )
  return (
    <Door title={t('judul')} lead={lead}>
      <noscript>
        <Alert tone="attention">
          <p>{t('tanpaSkrip')}</p>
        </Alert>
      </noscript>
      <RegisterForm peran={peran === 'dokter' ? 'dokter' : 'pasien'} />
    </Door>
  )
}
