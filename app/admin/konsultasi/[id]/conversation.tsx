import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { viewedOf } from '@/app/_jenis/shared/shown'
import { Viewer } from '@/app/_jenis/viewer/viewer'
import { hrefOf } from '@/app/_ui/address'
import { Alert } from '@/app/_ui/alert'
import { DownloadButton, LinkButton } from '@/app/_ui/button'
import { Card, Section } from '@/app/_ui/card'
import { EmptyState } from '@/app/_ui/empty-state'
import { Time } from '@/app/_ui/time/time'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { openingsOf } from '@/lib/domain/audit'
import type { Actor } from '@/lib/domain/pengguna'
import type { KonsultasiHeadView } from '@/lib/operations/read-konsultasi'
import { readKonsultasi } from '@/lib/operations/read-konsultasi'
import { listPesan } from '@/lib/operations/read-pesan'
import styles from './bacaan.module.css'
import { PesanItem } from './pesan-item'

/** Pesan on one page. */
const PER_PAGE = 50

interface Props {
  actor: Actor
  head: KonsultasiHeadView
  akses: NonNullable<KonsultasiHeadView['akses']>
  before: number | undefined
}

/** The whole of a konsultasi, to read and to moderate. Reading it is written down under the reason that was given. */
export async function Conversation({ actor, head: { id }, akses, before }: Props) {
  const { alasan } = akses
  const [konsultasi, { data, pagination }] = await Promise.all([
    readKonsultasi(actor, id, alasan),
    listPesan(actor, id, { per_page: PER_PAGE, before, alasan }),
  ])
  const t = await getTranslations('admin.bacaan')
  const path = `/admin/konsultasi/${id}`
  const oldest = data[0]?.urutan
  return (
    <>
      <Alert tone="attention" title={t('terbuka')}>
        <p className={styles.words}>{t('denganAlasan', { alasan })}</p>
        <p>
          {t('sampai')} <Time iso={akses.sampai} format="time" />
        </p>
      </Alert>
      <Words konsultasi={konsultasi} />
      <Section title={t('percakapan')} id="percakapan">
        {pagination.has_more && (
          <LinkButton href={hrefOf(path, { before: String(oldest) })} className={styles.more}>
            {t('sebelumnya')}
          </LinkButton>
        )}
        {data.length > 0 ? (
          <Card flush>
            <Viewer viewed={viewedOf(data, alasan)}>
              <ol aria-labelledby="percakapan">
                {data.map((pesan) => (
                  <PesanItem key={pesan.id} pesan={pesan} replyTo={data.find(({ id }) => id === pesan.balas_ke)} alasan={alasan} />
                ))}
              </ol>
            </Viewer>
          </Card>
        ) : (
          <EmptyState title={t('kosong')} />
        )}
        {before !== undefined && (
          <LinkButton href={path} className={styles.more}>
            {t('terbaru')}
          </LinkButton>
        )}
      </Section>
      <div>
        <DownloadButton href={`/api/v1${path.replace('/admin', '')}/transkrip/pdf?${new URLSearchParams({ alasan })}`}>
          {t('transkrip')}
        </DownloadButton>
      </div>
      <Section title={t('akses')} id="akses">
        <ul className={styles.akses}>
          {openingsOf(konsultasi.akses_admin).map(({ pada, alasan }) => (
            <li key={pada}>
              <Time iso={pada} format="full" className={styles.time} />
              <span className={styles.words}>{alasan ?? t('tanpaAlasan')}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

/** What was written about the konsultasi itself. */
async function Words({ konsultasi: { keluhan, alasan, catatan_penutup } }: { konsultasi: KonsultasiView }) {
  const t = await getTranslations('admin.bacaan')
  const parts: readonly (readonly [string, string | null])[] = [
    [t('keluhan'), keluhan],
    [t('alasanAkhir'), alasan],
    [t('catatan'), catatan_penutup],
  ]
  return <div className={styles.parts}>{parts.map(([name, words]) => words && <Part key={name} name={name} words={words} />)}</div>
}

const Part = ({ name, words }: { name: string; words: ReactNode }) => (
  <Card tone="sunk">
    <h2 className={styles.partName}>{name}</h2>
    <p className={styles.words}>{words}</p>
  </Card>
)
