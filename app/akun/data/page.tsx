import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card, Section } from '@/app/_ui/card'
import styles from '@/app/akun/akun.module.css'
import { AkunPage } from '@/app/akun/akun-page'
import { requireAkun } from '@/lib/auth/pages'
import { PRIVASI_VERSI, SIMPAN_TAHUN } from '@/lib/domain/privasi'
import { listConsent } from '@/lib/operations/consent'
import { CloseAccount } from './close-account'
import { DownloadLink } from './download-link'
import { Persetujuan } from './persetujuan'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('akun.data'))('judul') }
}

/** What is kept about one: to take along, to agree to, and to end. */
export default async function DataPage() {
  const actor = await requireAkun()
  const persetujuan = await listConsent(actor)
  const t = await getTranslations('akun')
  return (
    <AkunPage title={t('data.judul')} lead={t('data.isi')}>
      <Section title={t('unduh.judul')} id="unduh">
        <Card className={styles.stack}>
          <p>{t('unduh.isi')}</p>
          <DownloadLink>{t('unduh.tombol')}</DownloadLink>
        </Card>
      </Section>
      <Section title={t('persetujuan.judul')} id="persetujuan">
        <Card className={styles.stack}>
          <p>
            {t('persetujuan.isi')}{' '}
            <Link href="/privasi" prefetch={false}>
              {t('persetujuan.baca')}
            </Link>
          </p>
          <Persetujuan persetujuan={persetujuan[0] ?? null} versi={PRIVASI_VERSI} />
        </Card>
      </Section>
      {actor.peran !== 'admin' && (
        <Section title={t('tutup.judul')} id="tutup">
          <Card className={styles.stack}>
            <p>{t('tutup.isi', { tahun: SIMPAN_TAHUN })}</p>
            <CloseAccount withKode={actor.berfaktorKedua} />
          </Card>
        </Section>
      )}
    </AkunPage>
  )
}
