import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/app/_ui/page'
import { PRIVASI_VERSI, SIMPAN_TAHUN } from '@/lib/domain/privasi'
import { readKlinik } from '@/lib/operations/read-klinik'
import styles from './privasi.module.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privasi'))('judul') }
}

const PARTS = ['pengendali', 'disimpan', 'untuk', 'lama', 'pembaca', 'hak'] as const

/** The privacy notice, as UU PDP 27/2022 (article 21) asks: who is responsible, what is kept, what for, for how long, who reads it, one's rights, whom to ask. */
export default async function PrivasiPage() {
  const t = await getTranslations('privasi')
  const { nama, alamat, kontak } = readKlinik()
  const klinik = nama ?? t('klinik', { alamat })
  return (
    <Page title={t('judul')} lead={t('isi')} narrow>
      <div className={styles.parts}>
        {PARTS.map((part) => (
          <section key={part} className={styles.part} aria-labelledby={part}>
            <h2 id={part}>{t(`${part}.judul`)}</h2>
            <p>{t(`${part}.isi`, { tahun: SIMPAN_TAHUN, klinik })}</p>
          </section>
        ))}
        <section className={styles.part} aria-labelledby="kontak">
          <h2 id="kontak">{t('kontak.judul')}</h2>
          <p>
            {kontak
              ? t.rich('kontak.lewat', { klinik, tautan: () => <a href={kontak.href}>{kontak.teks}</a> })
              : t('kontak.isi', { klinik })}
          </p>
        </section>
      </div>
      <p className={styles.version}>{t('versi', { versi: PRIVASI_VERSI })}</p>
    </Page>
  )
}
