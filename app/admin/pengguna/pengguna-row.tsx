import { useTranslations } from 'next-intl'
import { Chip } from '@/app/_ui/badge'
import { LinkButton } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time'
import { hrefOf } from '@/app/admin/_daftar/query'
import { nameId, Person, Row } from '@/app/admin/_daftar/rows'
import { ActWithReason } from '@/app/admin/_tindakan/act-with-reason'
import type { PenggunaAdminView } from '@/lib/contract/admin'

/** Somebody with their role, whether they can sign in, and the way to their traces in the log. */
export function PenggunaRow({ pengguna, isSelf }: { pengguna: PenggunaAdminView; isSelf: boolean }) {
  const t = useTranslations('admin.pengguna')
  const tp = useTranslations('umum.peran')
  const { id, nama, email, peran, aktif, terverifikasi, dibuat_pada } = pengguna
  return (
    <Row
      lead={
        <Person id={id} nama={nama} labelId={nameId(id)}>
          {email}
        </Person>
      }
      facts={
        <>
          <Chip tone={peran === 'admin' ? 'primary' : peran === 'dokter' ? 'info' : 'neutral'}>{tp(peran)}</Chip>
          {!aktif && (
            <Chip tone="danger" icon="lock">
              {t('ditangguhkan')}
            </Chip>
          )}
          {!terverifikasi && <Chip tone="attention">{t('belumTerverifikasi')}</Chip>}
          <span>
            {t('sejak')} <Time iso={dibuat_pada} format="date" />
          </span>
        </>
      }
      actions={
        <>
          <LinkButton variant="quiet" size="sm" href={hrefOf('/admin/audit', { aktor: id })} aria-describedby={nameId(id)}>
            {t('jejak')}
          </LinkButton>
          {isSelf ? null : <StatusChange pengguna={pengguna} />}
        </>
      }
    />
  )
}

function StatusChange({ pengguna: { id, nama, aktif } }: { pengguna: PenggunaAdminView }) {
  const t = useTranslations('admin.pengguna')
  const deed = aktif ? 'tangguhkan' : 'pulihkan'
  return (
    <ActWithReason
      deed={{ path: `/admin/pengguna/${id}/status`, method: 'PUT', body: { aktif: !aktif }, done: t(`${deed}.selesai`, { nama }) }}
      name={t(`${deed}.tombol`)}
      about={nameId(id)}
      title={t(`${deed}.judul`, { nama })}
      description={t(`${deed}.isi`)}
      danger={aktif}
    />
  )
}
