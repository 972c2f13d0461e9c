import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { hrefOf, type SearchParams } from '@/app/_ui/address'
import { DownloadButton } from '@/app/_ui/button'
import { Card, Section } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { Pager } from '@/app/admin/_daftar/pager'
import { readFilters } from '@/app/admin/_daftar/query'
import { Row, Rows } from '@/app/admin/_daftar/rows'
import styles from '@/app/admin/tanda-bahaya/tanda-bahaya.module.css'
import { requireWing } from '@/lib/auth/pages'
import { HITUNGAN_DOKTER, ListPenilaian } from '@/lib/contract/meja-admin'
import { listPenilaian, readAngkaDokter } from '@/lib/operations/meja-admin'
import { DokterChart } from './dokter-chart'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.angka'))('judul') }
}

/** What each dokter did, drawn, as a table and as a file, and what pasien said. */
export default async function AngkaPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireWing('admin')
  const query = await readFilters(searchParams, ListPenilaian)
  const [t, all, { data, pagination }] = await Promise.all([
    getTranslations('admin.angka'),
    readAngkaDokter(actor),
    listPenilaian(actor, query),
  ])
  return (
    <Page title={t('judul')} lead={t('isi')}>
      <div>
        <DownloadButton href="/api/v1/admin/dokter/angka/csv">{t('unduh')}</DownloadButton>
      </div>
      {all.length > 0 && <DokterChart all={all} />}
      <Card flush>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by keyboard too (WCAG 2.1.1) */}
        <section className={styles.scroll} aria-label={t('tabel')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('dokter')}</th>
                {HITUNGAN_DOKTER.map((name) => (
                  <th key={name} scope="col">
                    {t(name)}
                  </th>
                ))}
                <th scope="col">{t('median')}</th>
                <th scope="col">{t('nilai')}</th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ dokter, median_menerima_menit, nilai, ...counts }) => (
                <tr key={dokter.id}>
                  <th scope="row">
                    <span className={styles.name}>{dokter.nama}</span>
                    <span className={styles.source}>{dokter.spesialisasi}</span>
                  </th>
                  {HITUNGAN_DOKTER.map((name) => (
                    <td key={name}>{counts[name]}</td>
                  ))}
                  <td>{median_menerima_menit === null ? '–' : t('menit', { n: median_menerima_menit })}</td>
                  <td>{nilai ? `${nilai.rata} (${nilai.jumlah})` : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Card>
      <Section title={t('komentar')} id="komentar">
        {data.length === 0 ? (
          <p>{t('tanpaKomentar')}</p>
        ) : (
          <Rows label={t('komentar')}>
            {data.map((one) => (
              <Row
                key={one.konsultasi_id}
                lead={
                  <span>
                    {one.dokter.nama} · {t('bintang', { n: one.bintang })}
                  </span>
                }
                facts={
                  <>
                    {one.komentar && <bdi>{one.komentar}</bdi>} <Time iso={one.pada} />
                  </>
                }
              />
            ))}
          </Rows>
        )}
        <Pager path={hrefOf('/admin/angka', {})} filters={{}} isLater={query.cursor !== undefined} next={pagination.next_cursor} />
      </Section>
    </Page>
  )
}
