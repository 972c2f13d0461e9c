import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { KonsultasiRow } from '@/lib/data/konsultasi-row'
import type { Bahasa } from '@/lib/domain/bahasa'
import { toId } from '@/lib/domain/id'
import { presentBahaya, presentTriase } from './bahaya'
import { presentPesan, type Reader } from './pesan'
import { presentProfilSaatIni } from './profil'

/** A konsultasi as this reader sees it, in their language. */
export const presentKonsultasi = (reader: Reader, row: KonsultasiRow, bahasa: Bahasa = 'id'): KonsultasiView => ({
  id: toId('konsultasi', row.id),
  status: row.status,
  rev: row.rev,
  keluhan: row.keluhan,
  pasien: { id: toId('pengguna', row.pasien_id), nama: row.pasien_nama },
  dokter: { id: toId('pengguna', row.dokter_id), nama: row.dokter_nama, spesialisasi: row.spesialisasi },
  profil: presentProfilSaatIni(row.profil_id, row.profil, row.dibuat_pada),
  lanjutan_dari: row.lanjutan_dari && toId('konsultasi', row.lanjutan_dari),
  bagikan_riwayat: row.bagikan_riwayat,
  triase: row.triase && presentTriase(row.triase, bahasa),
  bahaya: row.bahaya.map((one) => presentBahaya(one, bahasa)),
  dibuat_pada: row.dibuat_pada,
  diterima_pada: row.diterima_pada,
  selesai_pada: row.selesai_pada,
  alasan: row.alasan,
  catatan_penutup: row.catatan_penutup,
  unread_count: row.unread_count,
  pesan_terakhir: row.pesan_terakhir && presentPesan(reader, row.pesan_terakhir),
  akses_admin: row.akses_admin,
})
