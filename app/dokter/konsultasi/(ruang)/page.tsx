import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KonsultasiIndex } from '@/app/_konsultasi/konsultasi-index'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dokter.konsultasi'))('judul') }
}

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function DokterKonsultasiPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireWing('dokter')
  const t = await getTranslations('dokter.konsultasi')
  return (
    <Page title={t('judul')}>
      <KonsultasiIndex
        actor={actor}
        wing="dokter"
        query={searchParams}
        empty={<EmptyState title={t('kosong.judul')}>{t('kosong.isi')}</EmptyState>}
      />
    </Page>
  )
}
