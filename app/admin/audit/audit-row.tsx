import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefOf } from '@/app/_ui/address'
import { Icon, type IconName } from '@/app/_ui/icon'
import { Time } from '@/app/_ui/time/time'
import type { Aksi, ApaDibaca } from '@/lib/domain/audit'
import type { AuditEntry } from '@/lib/operations/list-audit'
import styles from './audit.module.css'

const ICONS: Record<Aksi, IconName> = {
  'konsultasi.dibaca': 'eye',
  'riwayat.dibaca': 'eye',
  'konsultasi.dipindah': 'reply',
  'pesan.dihapus': 'close',
  'bahaya.diakui': 'check',
  'bahaya.disangkal': 'close',
  'dokter.diverifikasi': 'check',
  'dokumen.koreksi_dibuka': 'reply',
  'daftar.dimuat': 'check',
  'daftar.dilepas': 'close',
  'dokter.ditolak': 'close',
  'pengguna.ditangguhkan': 'lock',
  'pengguna.dipulihkan': 'retry',
  'pengguna.sandi': 'shield',
  'pengguna.sesi_diakhiri': 'sign-out',
  'pengguna.faktor_dipasang': 'shield',
  'pengguna.faktor_dilepas': 'shield',
  'pengguna.kode_diperbarui': 'shield',
  'pengguna.email': 'user',
  'pengguna.ditutup': 'lock',
  'persetujuan.diberikan': 'check',
  'persetujuan.ditarik': 'close',
  'audit.diekspor': 'download',
}

/** One deed in a sentence, with its reason. The names lead to what else that person did, or what else happened to that konsultasi. */
export function AuditRow({ entry, path }: { entry: AuditEntry; path: string }) {
  const t = useTranslations('admin.audit')
  const { aktor, aksi, apa, alasan, alamat, pada } = entry
  return (
    <li className={styles.row} data-aksi={aksi}>
      <Icon name={ICONS[aksi]} className={styles.icon} />
      <div className={styles.words}>
        <p>
          {aktor ? <Who path={path} filters={{ aktor: aktor.id }} nama={aktor.nama} /> : t('sistem')}{' '}
          <span>{isRead(apa) ? t(`dibaca.${apa}`) : t(`perbuatan.${aksi}`)}</span> <Target entry={entry} path={path} />
        </p>
        {alasan && <p className={styles.reason}>{alasan}</p>}
        {alamat && <p className={styles.address}>{t('dari', { alamat })}</p>}
      </div>
      <Time iso={pada} format="full" className={styles.time} />
    </li>
  )
}

/** Only a part of a konsultasi is named: reading it is what the deed itself says. */
const isRead = (apa: ApaDibaca | undefined): apa is Exclude<ApaDibaca, 'konsultasi'> => apa !== undefined && apa !== 'konsultasi'

/** What it was done to. A password that somebody changed is their own. */
function Target({ entry: { aktor, konsultasi_id, pengguna_id, nama }, path }: { entry: AuditEntry; path: string }) {
  if (konsultasi_id) return <Who path={path} filters={{ konsultasi_id }} nama={`${nama.pasien} · ${nama.dokter}`} />
  if (pengguna_id && pengguna_id !== aktor?.id) return <Who path={path} filters={{ pengguna: pengguna_id }} nama={nama.pengguna ?? ''} />
  return null
}

const Who = ({ path, filters, nama }: { path: string; filters: Record<string, string>; nama: string }) => (
  <Link className={styles.name} href={hrefOf(path, filters)} prefetch={false}>
    {nama}
  </Link>
)
