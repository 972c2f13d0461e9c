import type { DokumenView, PermintaanView, VerifikasiView } from '@/lib/contract/dokumen'
import type { DokumenRow, PermintaanRow } from '@/lib/data/dokumen'
import type { VerifikasiRow } from '@/lib/data/verifikasi'
import { toId } from '@/lib/domain/id'
import { initialsOf } from '@/lib/domain/inisial'

/** A dokumen as it was sealed, and how it stands now. */
export function presentDokumen({ lembar, status }: DokumenRow): DokumenView {
  const { id, konsultasi_id, jenis, nomor, versi, ...rest } = lembar as Omit<DokumenView, 'status'>
  return { id, konsultasi_id, jenis, nomor, versi, status, ...rest } as DokumenView
}

export const presentPermintaan = (row: PermintaanRow): PermintaanView => ({
  ...row,
  id: toId('permintaan', row.id),
  dokumen_id: toId('dokumen', row.dokumen_id),
})

/** Whether it is real and still holds, for anybody; nothing of its content. */
export const presentVerifikasi = (row: VerifikasiRow): VerifikasiView => ({
  jenis: row.jenis,
  nomor: row.nomor,
  versi: row.versi,
  status: row.status,
  terbit_pada: row.terbit_pada,
  dokter: { nama: row.dokter_nama, nomor_sip: row.nomor_sip },
  pasien: {
    inisial: initialsOf(row.pasien_nama),
    tahun_lahir: row.tanggal_lahir === null ? null : Number(row.tanggal_lahir.slice(0, 4)),
  },
  sha256_pdf: row.sha256_pdf,
  digantikan_oleh: row.digantikan_oleh,
  ditebus: row.ditebus,
})
