import { useTranslations } from 'next-intl'
import { StatusChip } from '@/app/_konsultasi/status-chip'
import { LinkButton } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import { KonsultasiEntry, Person } from '@/app/admin/_daftar/rows'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import styles from './konsultasi.module.css'

type Props = Pick<KonsultasiView, 'id' | 'status' | 'pasien' | 'profil' | 'dokter' | 'dibuat_pada'>

/** Both people of a konsultasi, and how it stands. It takes no more than it shows. */
export function KonsultasiAdminRow({ id, status, pasien, profil, dokter, dibuat_pada }: Props) {
  const t = useTranslations('admin.konsultasi')
  const tp = useTranslations('profil')
  return (
    <KonsultasiEntry
      pasien={pasien}
      facts={
        <div className={styles.facts}>
          <Person id={dokter.id} nama={dokter.nama}>
            {dokter.spesialisasi}
          </Person>
          <div className={styles.state}>
            <StatusChip status={status} />
            {profil.nama !== pasien.nama && <span>{tp.rich('untuk', { nama: () => <bdi key="nama">{profil.nama}</bdi> })}</span>}
            <Time iso={dibuat_pada} format="full" className={styles.time} />
          </div>
        </div>
      }
      actions={
        <LinkButton size="sm" href={`/admin/konsultasi/${id}`} aria-label={t('bukaNama', { pasien: pasien.nama, dokter: dokter.nama })}>
          {t('buka')}
        </LinkButton>
      }
    />
  )
}
