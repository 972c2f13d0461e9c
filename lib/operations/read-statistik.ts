import type { StatistikView } from '@/lib/contract/admin'
import { aside } from '@/lib/data/sql'
import { countByDay, countByStatus, countPengguna, measureTimes } from '@/lib/data/statistik'
import { STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canReadStatistik } from '@/lib/policy/audit'

/** The dashboard's numbers: counts and times of the whole clinic, nobody's name, nothing that anybody wrote. @throws Refusal `forbidden` */
export async function readStatistik(actor: Actor): Promise<StatistikView> {
  allow(canReadStatistik(actor))
  const [statuses, per_hari, measures, counts] = await aside(() =>
    Promise.all([countByStatus(), countByDay(), measureTimes(), countPengguna()]),
  )
  const { hari_7, hari_30, jumlah_diterima, jumlah_selesai, ...median_detik } = measures
  const { dokter_menunggu, sip_segera, sip_habis, ...pengguna } = counts
  const jumlah = (status: string) => statuses.find((row) => row.status === status)?.jumlah ?? 0
  const per_status = Object.fromEntries(
    STATUS_KONSULTASI.map((status) => [status, jumlah(status)]),
  ) as StatistikView['konsultasi']['per_status']
  return {
    konsultasi: { total: statuses.reduce((sum, { jumlah }) => sum + jumlah, 0), per_status },
    per_hari,
    median_detik,
    penyelesaian: { diterima: jumlah_diterima, selesai: jumlah_selesai },
    orang_aktif: { hari_7, hari_30 },
    pengguna,
    dokter_menunggu,
    dokter_sip: { segera: sip_segera, habis: sip_habis },
  }
}
