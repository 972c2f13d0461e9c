import { useTranslations } from 'next-intl'
import { Chip } from '@/app/_ui/badge'
import { LinkButton } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import { nameId, Person, Row } from '@/app/admin/_daftar/rows'
import type { PenggunaAdminView } from '@/lib/contract/admin'
import { StatusChange } from './status-change'

/** Somebody with their role, whether they can sign in, and the way to their account. */
export function PenggunaRow({ pengguna, isSelf }: { pengguna: PenggunaAdminView; isSelf: boolean }) {
  const t = useTranslations('admin.pengguna')
  const tp = useTranslations('umum.peran')
  const { id, nama, email, peran, aktif, ditutup, terverifikasi, dibuat_pada } = pengguna
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
              {t(ditutup ? 'ditutup' : 'ditangguhkan')}
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
          <LinkButton variant="quiet" size="sm" href={`/admin/pengguna/${id}`} aria-describedby={nameId(id)}>
            {t('akun')}
          </LinkButton>
          {isSelf || ditutup ? null : <StatusChange pengguna={pengguna} about={nameId(id)} />}
        </>
      }
    />
  )
}
