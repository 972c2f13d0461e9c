import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StatusChip } from '@/app/_konsultasi/status-chip'
import { hrefOf, type SearchParams } from '@/app/_ui/address'
import { LinkButton } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { readFilters } from '@/app/admin/_daftar/query'
import { Facts, Person } from '@/app/admin/_daftar/rows'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import { ListPesanBefore } from '@/lib/contract/pesan'
import { type KonsultasiHeadView, readKonsultasiHead } from '@/lib/operations/read-konsultasi'
import styles from './bacaan.module.css'
import { Conversation } from './conversation'
import { ReasonGate } from './reason-gate'

interface Props {
  params: Promise<{ id: string }>
  searchParams: SearchParams
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.bacaan'))('judul') }
}

/**
 * Breaking the glass: until this admin has said why, nothing of the content leaves the database. The reason is written down before anything
 * is shown, holds for 15 minutes, and both participants see it.
 */
export default async function BacaanPage({ params, searchParams }: Props) {
  const actor = await requireWing('admin')
  const { id } = await params
  const head = await readKonsultasiHead(actor, id).catch(answerRefusal)
  const { before } = await readFilters(searchParams, ListPesanBefore)
  const t = await getTranslations('admin.bacaan')
  return (
    <Page
      title={t('judul')}
      actions={
        <>
          <LinkButton variant="quiet" icon="shield" href={hrefOf('/admin/audit', { konsultasi_id: id })}>
            {t('jejak')}
          </LinkButton>
          <LinkButton variant="quiet" icon="arrow-left" href="/admin/konsultasi">
            {t('kembali')}
          </LinkButton>
        </>
      }
    >
      <People head={head} />
      {head.akses ? <Conversation actor={actor} head={head} akses={head.akses} before={before} /> : <ReasonGate id={id} />}
    </Page>
  )
}

async function People({ head: { status, pasien, dokter, dibuat_pada } }: { head: KonsultasiHeadView }) {
  const t = await getTranslations('umum.peran')
  const tb = await getTranslations('admin.bacaan')
  return (
    <Card>
      <div className={styles.people}>
        <Person id={pasien.id} nama={pasien.nama}>
          {t('pasien')}
        </Person>
        <Person id={dokter.id} nama={dokter.nama}>
          {dokter.spesialisasi}
        </Person>
        <Facts
          facts={[
            [tb('status'), <StatusChip key="status" status={status} />],
            [tb('diajukan'), <Time key="pada" iso={dibuat_pada} format="full" />],
          ]}
        />
      </div>
    </Card>
  )
}
