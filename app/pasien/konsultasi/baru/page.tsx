import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'
import { searchDokter } from '@/lib/operations/search-dokter'
import { BookForm } from './book-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pasien.baru'))('judul') }
}

/** Booking: which dokter, and what is wrong. */
export default async function BaruPage() {
  const actor = await requireWing('pasien')
  const t = await getTranslations('pasien.baru')
  const dokter = await searchDokter(actor, {})
  return (
    <Page title={t('judul')} lead={t('isi')} narrow>
      {dokter.length > 0 ? <BookForm dokter={dokter} /> : <EmptyState title={t('kosong.judul')}>{t('kosong.isi')}</EmptyState>}
    </Page>
  )
}
