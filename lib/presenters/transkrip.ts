import type { KonsultasiTranskrip, Orang, PesanTranskrip } from '@/lib/contract/transkrip'
import type { KonsultasiRow } from '@/lib/data/konsultasi-row'
import type { OrangRow, PesanBersidik } from '@/lib/data/transkrip'
import { toId } from '@/lib/domain/id'
import { inWib } from '@/lib/domain/zona'
import { presentKonsultasi } from './konsultasi'
import { presentAll, type Reader } from './pesan'

/** In Indonesian, whoever reads it. Field by field: what somebody keeps for themselves must not come along because it is new. */
export function presentKonsultasiTranskrip(reader: Reader, row: KonsultasiRow): KonsultasiTranskrip {
  const k = presentKonsultasi(reader, row)
  const {
    id,
    status,
    keluhan,
    pasien,
    dokter,
    profil,
    lanjutan_dari,
    bagikan_riwayat,
    triase,
    bahaya,
    alasan,
    catatan_penutup,
    akses_admin,
  } = k
  const { dibuat_pada, diterima_pada, selesai_pada } = k
  const facts = {
    id,
    status,
    keluhan,
    pasien,
    dokter,
    profil,
    lanjutan_dari,
    bagikan_riwayat,
    triase,
    bahaya,
    alasan,
    catatan_penutup,
    akses_admin,
  }
  return { ...facts, dibuat_pada, diterima_pada, selesai_pada }
}

export const presentOrang = ({ id, ...rest }: OrangRow): Orang => ({ ...rest, id: toId('pengguna', id) })

export const presentPesanTranskrip = (reader: Reader, rows: PesanBersidik[]): PesanTranskrip[] =>
  presentAll(
    reader,
    rows.map(({ pesan }) => pesan),
  ).map((pesan, at) => ({
    ...pesan,
    dibuat_pada_wib: inWib(pesan.dibuat_pada),
    lampiran: pesan.lampiran && { ...pesan.lampiran, sha256: rows[at]?.sha256 ?? '' },
  }))
