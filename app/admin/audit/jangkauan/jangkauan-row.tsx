import { useTranslations } from 'next-intl'
import { StatusChip } from '@/app/_konsultasi/status-chip'
import { Time } from '@/app/_ui/time/time'
import daftar from '@/app/admin/_daftar/daftar.module.css'
import { KonsultasiEntry, Person } from '@/app/admin/_daftar/rows'
import type { JangkauanView } from '@/lib/contract/admin'

/** A konsultasi within reach: its people, how it stands now, and since when (or when and why an admin opened it). */
export function JangkauanRow({ row: { status, pasien, dokter, pada, alasan }, isOpened }: { row: JangkauanView; isOpened: boolean }) {
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
          <StatusChip status={status} />
          <span className={daftar.detail}>
            {t(isOpened ? 'dibuka' : 'sejak')} <Time iso={pada} format="full" />
          </span>
          {isOpened && <p className={daftar.note}>{alasan ?? t('tanpaAlasan')}</p>}
        </>
      }
    />
  )
}
