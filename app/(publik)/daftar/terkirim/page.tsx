import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { currentActor } from '@/lib/auth/pages'
import styles from './terkirim.module.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publik.terkirim'))('judul') }
}

/** What happens after a dokter has registered. It names nobody, so anyone may read it. */
export default async function TerkirimPage() {
  const t = await getTranslations('publik.terkirim')
  const isDokter = (await currentActor())?.peran === 'dokter'
  return (
    <Page title={t('judul')} lead={t('isi')} narrow>
      <section className={styles.part} aria-labelledby="langkah">
        <h2 id="langkah">{t('langkah.judul')}</h2>
        <ol className={styles.steps}>
          {(['satu', 'dua', 'tiga'] as const).map((step) => (
            <li key={step}>{t(`langkah.${step}`)}</li>
          ))}
        </ol>
      </section>
      <Card tone="primary">
        <div className={styles.part}>
          <h2>{t('sementara.judul')}</h2>
          <p>{t('sementara.isi')}</p>
          <LinkButton href={isDokter ? '/dokter' : '/masuk'} variant="primary">
            {isDokter ? t('ruang') : t('masuk')}
          </LinkButton>
        </div>
      </Card>
    </Page>
  )
}
