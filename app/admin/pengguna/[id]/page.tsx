import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { hrefOf } from '@/app/_ui/address'
import { Chip } from '@/app/_ui/badge'
import { LinkButton } from '@/app/_ui/button'
import { Card, Section } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { Facts } from '@/app/admin/_daftar/rows'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import { type PenggunaAkun, readPengguna } from '@/lib/operations/read-pengguna'
import { Deeds } from './deeds'
import styles from './pengguna.module.css'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.akun'))('judul') }
}

/** One account: how it stands, what can be done to it, and the ways to its traces. */
export default async function AkunPage({ params }: Props) {
  const actor = await requireWing('admin')
  const { id } = await params
  const akun = await readPengguna(actor, id).catch(answerRefusal)
  const t = await getTranslations('admin.akun')
  const { pengguna } = akun
  return (
    <Page
      title={<span id="nama">{pengguna.nama}</span>}
      lead={pengguna.email}
      actions={
        <LinkButton variant="quiet" icon="arrow-left" href="/admin/pengguna">
          {t('kembali')}
        </LinkButton>
      }
    >
      <Account akun={akun} />
      <Section title={t('tindakan')} id="tindakan">
        <Card>
          <Deeds pengguna={pengguna} hasFactor={akun.faktor_kedua} isSelf={id === toId('pengguna', actor.id)} />
        </Card>
      </Section>
      <Section title={t('jejak.judul')} id="jejak">
        <Traces pengguna={pengguna} />
      </Section>
    </Page>
  )
}

async function Account({ akun: { pengguna, jumlah_sesi, faktor_kedua } }: { akun: PenggunaAkun }) {
  const [t, ta, tp] = await Promise.all([getTranslations('admin.akun'), getTranslations('admin.pengguna'), getTranslations('umum.peran')])
  const { peran, aktif, ditutup, terverifikasi, dibuat_pada } = pengguna
  return (
    <Card>
      <Facts
        facts={[
          [ta('peran'), tp(peran)],
          [
            t('status'),
            <Chip key="status" tone={aktif ? 'primary' : 'danger'} icon={aktif ? 'check' : 'lock'}>
              {aktif ? t('aktif') : ta(ditutup ? 'ditutup' : 'ditangguhkan')}
            </Chip>,
          ],
          ...(peran === 'dokter' ? [[t('verifikasi'), terverifikasi ? t('terverifikasi') : ta('belumTerverifikasi')] as const] : []),
          [t('sesi'), t('jumlahSesi', { jumlah: jumlah_sesi })],
          [t('faktor.nama'), t(faktor_kedua ? 'faktor.ada' : 'faktor.tidakAda')],
          [ta('sejak'), <Time key="sejak" iso={dibuat_pada} format="date" />],
        ]}
      />
    </Card>
  )
}

async function Traces({ pengguna: { id, peran } }: { pengguna: PenggunaAkun['pengguna'] }) {
  const t = await getTranslations('admin.akun.jejak')
  return (
    <nav className={styles.traces} aria-labelledby="jejak">
      <LinkButton icon="shield" href={hrefOf('/admin/audit', { aktor: id })}>
        {t('olehnya')}
      </LinkButton>
      <LinkButton icon="clock" href={hrefOf('/admin/audit', { pengguna: id })}>
        {t('padanya')}
      </LinkButton>
      <LinkButton icon="eye" href={hrefOf('/admin/audit/jangkauan', { pengguna: id })}>
        {t('jangkauan')}
      </LinkButton>
      {peran === 'dokter' && (
        <LinkButton icon="stethoscope" href={`/admin/dokter/${id}`}>
          {t('berkas')}
        </LinkButton>
      )}
    </nav>
  )
}
