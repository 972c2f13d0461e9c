import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { listProfil } from '@/lib/operations/profil'
import { readKonsultasi } from '@/lib/operations/read-konsultasi'
import { searchDokter } from '@/lib/operations/search-dokter'
import { BookForm } from './book-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pasien.baru'))('judul') }
}

type Query = Promise<Record<string, string | string[] | undefined>>

/**
 * Booking: for whom, which dokter, and what is wrong. `?dari=` names one's own konsultasi to begin with: one that came to nothing with its words, one that
 * was completed as what the new one goes on from.
 */
export default async function BaruPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireWing('pasien')
  const t = await getTranslations('pasien.baru')
  const { dari } = await searchParams
  const [dokter, profil, before] = await Promise.all([searchDokter(actor, {}), listProfil(actor), readBefore(actor, dari)])
  return (
    <Page title={t('judul')} lead={t('isi')} narrow>
      {dokter.length > 0 ? (
        <BookForm penggunaId={toId('pengguna', actor.id)} dokter={dokter} known={profil} before={before} />
      ) : (
        <EmptyState title={t('kosong.judul')}>{t('kosong.isi')}</EmptyState>
      )}
    </Page>
  )
}

/** A wish that names no konsultasi of this person is passed over. */
async function readBefore(actor: Actor, id: string | string[] | undefined): Promise<KonsultasiView | null> {
  if (typeof id !== 'string') return null
  return readKonsultasi(actor, id).catch((error) => {
    if (error instanceof Refusal) return null
    throw error
  })
}
