import { useTranslations } from 'next-intl'
import { StatusChip } from '@/app/_konsultasi/status-chip'
import { Time } from '@/app/_ui/time/time'
import daftar from '@/app/admin/_daftar/daftar.module.css'
import { KonsultasiEntry, Person } from '@/app/admin/_daftar/rows'
import type { JangkauanView } from '@/lib/contract/admin'

/** A konsultasi within reach: its people, how it stands now, and since when (or when it was opened, and why by an admin). */
export function JangkauanRow({ row, isOfAdmin }: { row: JangkauanView; isOfAdmin: boolean }) {
  const { status, pasien, profil, dokter, pada, alasan, dibuka } = row
  const tf = useTranslations('profil')
  const t = useTranslations('admin.jangkauan')
  const tp = useTranslations('umum.peran')
  return (
    <KonsultasiEntry
      pasien={pasien}
      facts={
        <>
          <Person id={dokter.id} nama={dokter.nama}>
            {tp('dokter')}
          </Person>
          {profil.nama !== pasien.nama && (
            <span className={daftar.detail}>{tf.rich('untuk', { nama: () => <bdi key="nama">{profil.nama}</bdi> })}</span>
          )}
          <StatusChip status={status} />
          <span className={daftar.detail}>
            {t(dibuka ? (isOfAdmin ? 'dibuka' : 'riwayat') : 'sejak')} <Time iso={pada} format="full" />
          </span>
          {isOfAdmin && <p className={daftar.note}>{alasan ?? t('tanpaAlasan')}</p>}
        </>
      }
    />
  )
}
