import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KonsultasiIndex } from '@/app/_konsultasi/konsultasi-index'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pasien.konsultasi'))('judul') }
}

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function PasienKonsultasiPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireWing('pasien')
  const t = await getTranslations('pasien.konsultasi')
  const book = (
    <LinkButton href="/pasien/konsultasi/baru" variant="primary" icon="plus">
      {t('ajukan')}
    </LinkButton>
  )
  return (
    <Page title={t('judul')} actions={book}>
      <KonsultasiIndex actor={actor} query={searchParams} empty={<EmptyState title={t('kosong.judul')}>{t('kosong.isi')}</EmptyState>} />
    </Page>
  )
}
