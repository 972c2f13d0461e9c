import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnreadEnded } from '@/app/_kabar/unread-ended'
import styles from '@/app/_konsultasi/home.module.css'
import { KonsultasiSection } from '@/app/_konsultasi/konsultasi-list'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { countUnreadOf } from '@/lib/operations/count-unread'
import { listKonsultasi } from '@/lib/operations/read-konsultasi'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('umum.menu'))('beranda') }
}

/** What waits for this pasien now: answers to read, and dokter who have not answered yet. */
export default async function PasienPage() {
  const actor = await requireWing('pasien')
  const t = await getTranslations('pasien.beranda')
  const [active, pending, unread] = await Promise.all([
    listKonsultasi(actor, { status: 'active', per_page: 50 }),
    listKonsultasi(actor, { status: 'pending', per_page: 50 }),
    countUnreadOf(actor),
  ])
  const list = { wing: 'pasien', penggunaId: toId('pengguna', actor.id), stamp: Date.now() } as const
  const book = (
    <LinkButton href="/pasien/konsultasi/baru" variant="primary" icon="plus">
      {t('ajukan')}
    </LinkButton>
  )
  return (
    <Page title={t('judul', { nama: actor.nama })} lead={t('isi')} actions={book}>
      <UnreadEnded wing="pasien" penggunaId={list.penggunaId} first={unread.unread_selesai} />
      <KonsultasiSection
        {...list}
        id="berlangsung"
        title={t('berlangsung')}
        first={active}
        status="active"
        order="unread"
        more="/pasien/konsultasi?status=active"
        empty={<EmptyState title={t('kosong.judul')}>{t('kosong.isi')}</EmptyState>}
      />
      <KonsultasiSection
        {...list}
        id="menunggu"
        title={t('menunggu')}
        first={pending}
        status="pending"
        order="oldest"
        more="/pasien/konsultasi?status=pending"
        empty={null}
      />
      <LinkButton href="/pasien/konsultasi" icon="clock" className={styles.history}>
        {t('riwayat')}
      </LinkButton>
    </Page>
  )
}
