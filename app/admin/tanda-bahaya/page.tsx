import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Chip } from '@/app/_ui/badge'
import { Card } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { durationOf } from '@/app/admin/_ringkasan/duration'
import { requireWing } from '@/lib/auth/pages'
import { listTandaBahaya } from '@/lib/operations/bahaya'
import styles from './tanda-bahaya.module.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.bahaya'))('judul') }
}

/** The rules for signs of danger: what each looks for and why, how often it was raised, seen and denied. */
export default async function TandaBahayaPage() {
  const actor = await requireWing('admin')
  const [rules, t, waktu] = await Promise.all([
    getLocale().then((bahasa) => listTandaBahaya(actor, bahasa)),
    getTranslations('admin.bahaya'),
    getTranslations('admin.ringkasan.waktu'),
  ])
  const write = (seconds: number | null) => {
    if (seconds === null) return t('belum')
    const { unit, n } = durationOf(seconds)
    return waktu(unit, { n })
  }
  return (
    <Page title={t('judul')} lead={t('isi')}>
      <Card flush>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by keyboard too (WCAG 2.1.1) */}
        <section className={styles.scroll} aria-label={t('tabel')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('aturan')}</th>
                <th scope="col">{t('diangkat')}</th>
                <th scope="col">{t('diakui')}</th>
                <th scope="col">{t('median')}</th>
                <th scope="col">{t('disangkal')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map(({ kode, tingkat, kalimat, sumber, diangkat, diakui, median_detik, disangkal }) => (
                <tr key={kode}>
                  <th scope="row">
                    <span className={styles.name}>
                      {kalimat} <Chip tone={tingkat === 'merah' ? 'danger' : 'attention'}>{t(`tingkat.${tingkat}`)}</Chip>
                    </span>
                    <span className={styles.source}>
                      {t('sumber')}: {sumber}
                    </span>
                  </th>
                  <td>{diangkat}</td>
                  <td>{diakui}</td>
                  <td>{write(median_detik)}</td>
                  <td>{disangkal}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Card>
    </Page>
  )
}
