import type { DokumenView } from '@/lib/contract/dokumen'
import type { ProfilSaatIni, ProfilView, RiwayatView } from '@/lib/contract/profil'
import type { RiwayatRow } from '@/lib/data/profil'
import { toId } from '@/lib/domain/id'
import { alergiDiketahui, type IsiProfil, umurPada } from '@/lib/domain/profil'
import { dayInWib } from '@/lib/domain/zona'

/** A profil as its owner, and whoever reads a konsultasi of it, sees it. */
export const presentProfil = (id: string, f: IsiProfil, diarsipkan_pada: string | null = null): ProfilView => ({
  id: toId('profil', id),
  hubungan: f.hubungan,
  nama: f.nama,
  tanggal_lahir: f.tanggal_lahir,
  jenis_kelamin: f.jenis_kelamin,
  alamat: f.alamat,
  berat_kg: f.berat_kg,
  alergi: f.alergi && [...f.alergi],
  obat_rutin: f.obat_rutin && [...f.obat_rutin],
  riwayat: f.riwayat && [...f.riwayat],
  diarsipkan_pada,
})

/** For whom a konsultasi is: as it was at `dibuat_pada`, when it was booked. Where nobody said why they look, the name alone. */
export function presentProfilSaatIni(id: string, f: Pick<IsiProfil, 'nama'> & Partial<IsiProfil>, dibuat_pada: string): ProfilSaatIni {
  const named = { id: toId('profil', id), nama: f.nama }
  if (f.hubungan === undefined) return named
  const { hubungan, tanggal_lahir = null, jenis_kelamin = null } = f
  const umur = tanggal_lahir === null ? null : umurPada(tanggal_lahir, dayInWib(new Date(dibuat_pada)))
  return { ...named, hubungan, tanggal_lahir, umur, jenis_kelamin, alergi_diketahui: alergiDiketahui(f.alergi) }
}

/** An earlier konsultasi; `dokumen` are what came out of it. */
export const presentRiwayat = (row: RiwayatRow, dokumen: DokumenView[]): RiwayatView => ({
  konsultasi_id: toId('konsultasi', row.id),
  selesai_pada: row.selesai_pada,
  dokter: { nama: row.dokter_nama, spesialisasi: row.spesialisasi },
  dokumen,
})
