import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { hrefOf } from '@/app/_ui/address'
import { Chip } from '@/app/_ui/badge'
import { LinkButton } from '@/app/_ui/button'
import { Card, Section } from '@/app/_ui/card'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { Facts } from '@/app/admin/_daftar/rows'
import { Mirip } from '@/app/admin/dokter/mirip'
import { Sip } from '@/app/admin/dokter/sip'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import type { DokterVerifikasiView } from '@/lib/contract/pengguna'
import { readDokterBerkas } from '@/lib/operations/verify-dokter'
import { DecisionForm } from './decision-form'
import { History } from './history'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.berkasDokter'))('berkas') }
}

/** The papers of a dokter, the decision about them, and every earlier one. */
export default async function BerkasPage({ params }: Props) {
  const actor = await requireWing('admin')
  const { id } = await params
  const { dokter, riwayat } = await readDokterBerkas(actor, id).catch(answerRefusal)
  const t = await getTranslations('admin.berkasDokter')
  return (
    <Page
      title={dokter.nama}
      lead={`${dokter.spesialisasi} · ${dokter.email}`}
      actions={
        <>
          <LinkButton variant="quiet" icon="user" href={`/admin/pengguna/${id}`}>
            {t('akun')}
          </LinkButton>
          <LinkButton variant="quiet" icon="arrow-left" href={hrefOf('/admin/dokter', { status: dokter.status })}>
            {t('kembali')}
          </LinkButton>
        </>
      }
    >
      <Papers dokter={dokter} />
      <Section title={t('keputusan.judul')} id="keputusan">
        <Card>
          <DecisionForm key={`${dokter.status} ${dokter.sip_berlaku_sampai}`} dokter={dokter} />
        </Card>
      </Section>
      <Section title={t('riwayat.judul')} id="riwayat">
        {riwayat.length > 0 ? <History riwayat={riwayat} /> : <EmptyState title={t('riwayat.kosong')} />}
      </Section>
    </Page>
  )
}

const TONES = { menunggu: 'attention', terverifikasi: 'primary', ditolak: 'danger' } as const

async function Papers({ dokter }: { dokter: DokterVerifikasiView }) {
  const [t, ta] = await Promise.all([getTranslations('admin.berkasDokter'), getTranslations('admin.dokter')])
  return (
    <Card>
      <Facts
        facts={[
          [
            t('status'),
            <Chip key="status" tone={TONES[dokter.status]}>
              {ta(`status.${dokter.status}`)}
            </Chip>,
          ],
          [ta('str'), dokter.nomor_str],
          [ta('sip'), dokter.nomor_sip],
          [t('sip.sampai'), <Sip key="sip" dokter={dokter} />],
          [ta('mendaftar'), <Time key="pada" iso={dokter.dibuat_pada} format="date" />],
        ]}
      />
      <Mirip dokter={dokter} />
    </Card>
  )
}
