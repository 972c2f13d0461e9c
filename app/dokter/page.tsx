import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { UnreadEnded } from '@/app/_kabar/unread-ended'
import styles from '@/app/_konsultasi/home.module.css'
import { KonsultasiSection } from '@/app/_konsultasi/konsultasi-list'
import meja from '@/app/_meja/meja.module.css'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { countUnreadOf } from '@/lib/operations/count-unread'
import { readPraktik } from '@/lib/operations/praktik'
import { listKonsultasi } from '@/lib/operations/read-konsultasi'
import { Availability } from './availability'
import { SipNotice } from './sip-notice'
import { Verification } from './verification'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('umum.menu'))('beranda') }
}

/** What waits for this dokter now: requests, longest waiting first, then conversations, unread first. */
export default async function DokterPage() {
  const actor = await requireWing('dokter')
  const t = await getTranslations('dokter.beranda')
  const bahasa = await getLocale()
  const [pending, active, praktik, unread] = await Promise.all([
    listKonsultasi(actor, { status: 'pending', per_page: 50 }, bahasa),
    listKonsultasi(actor, { status: 'active', per_page: 50 }, bahasa),
    readPraktik(actor),
    countUnreadOf(actor),
  ])
  const list = { wing: 'dokter', penggunaId: toId('pengguna', actor.id), stamp: Date.now() } as const
  return (
    <Page title={t('judul', { nama: actor.nama })} lead={actor.terverifikasi ? t('isi') : undefined}>
      {praktik && actor.terverifikasi && <SipNotice praktik={praktik} />}
      {praktik && (actor.terverifikasi ? <Availability tersedia={praktik.tersedia} /> : <Verification praktik={praktik} />)}
      <nav className={meja.links} aria-label={t('meja')}>
        <LinkButton href="/dokter/jadwal" size="sm" icon="clock">
          {t('jadwal')}
        </LinkButton>
        <LinkButton href="/dokter/balasan-cepat" size="sm" icon="text">
          {t('balasan')}
        </LinkButton>
      </nav>
      <UnreadEnded wing="dokter" penggunaId={list.penggunaId} first={unread.unread_selesai} />
      <KonsultasiSection
        {...list}
        id="menunggu"
        title={t('menunggu')}
        first={pending}
        status="pending"
        order="oldest"
        more="/dokter/konsultasi?status=pending"
        empty={actor.terverifikasi ? <EmptyState title={t('tanpaPengajuan.judul')}>{t('tanpaPengajuan.isi')}</EmptyState> : null}
      />
      <KonsultasiSection
        {...list}
        id="berlangsung"
        title={t('berlangsung')}
        first={active}
        status="active"
        order="unread"
        more="/dokter/konsultasi?status=active"
        empty={actor.terverifikasi ? <EmptyState title={t('tanpaPercakapan.judul')}>{t('tanpaPercakapan.isi')}</EmptyState> : null}
      />
      <LinkButton href="/dokter/konsultasi" icon="clock" className={styles.history}>
        {t('riwayat')}
      </LinkButton>
    </Page>
  )
}
