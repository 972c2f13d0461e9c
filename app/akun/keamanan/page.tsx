import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Chip } from '@/app/_ui/badge'
import { Card, Section } from '@/app/_ui/card'
import styles from '@/app/akun/akun.module.css'
import { AkunPage } from '@/app/akun/akun-page'
import { isWalled, requireAkunBeforeFactor } from '@/lib/auth/pages'
import { readAkun } from '@/lib/operations/read-akun'
import { listOwnSesi } from '@/lib/operations/sesi'
import { FaktorKedua } from './faktor-kedua'
import { SesiList } from './sesi-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('akun.keamanan'))('judul') }
}

/** What guards the account. Before a required second factor is set up it is the only page that opens. */
export default async function KeamananPage() {
  const actor = await requireAkunBeforeFactor()
  const walled = isWalled(actor)
  const { faktor_kedua } = await readAkun(actor)
  const t = await getTranslations('akun')
  const chip = faktor_kedua.aktif ? (
    <Chip tone="primary" icon="check">
      {t('faktor.aktif')}
    </Chip>
  ) : (
    <Chip tone="neutral">{t('faktor.belum')}</Chip>
  )
  return (
    <AkunPage title={t('keamanan.judul')} lead={t('keamanan.isi')} only={walled}>
      <Section title={t('faktor.judul')} id="faktor" aside={chip}>
        <Card>
          <FaktorKedua {...faktor_kedua} />
        </Card>
      </Section>
      {!walled && (
        <Section title={t('sesi.judul')} id="sesi">
          <p className={styles.muted}>{t('sesi.isi')}</p>
          <SesiList sesi={await listOwnSesi(actor)} />
        </Section>
      )}
    </AkunPage>
  )
}
