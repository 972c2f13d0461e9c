/** The deeds that the audit log knows. A word that was ever written stays here: the log keeps its rows for ever. */
export const AKSI = [
  'konsultasi.dibaca',
  'pesan.dihapus',
  'dokter.diverifikasi',
  'dokter.ditolak',
  'pengguna.ditangguhkan',
  'pengguna.dipulihkan',
  'pengguna.sandi',
  'pengguna.sesi_diakhiri',
  'pengguna.faktor_dipasang',
  'pengguna.faktor_dilepas',
  'pengguna.kode_diperbarui',
  'pengguna.email',
  'pengguna.ditutup',
  'persetujuan.diberikan',
  'persetujuan.ditarik',
  'audit.diekspor',
] as const
export type Aksi = (typeof AKSI)[number]

/** What is ever decided about the verification of a dokter. */
export const KEPUTUSAN_DOKTER = ['dokter.diverifikasi', 'dokter.ditolak'] as const satisfies readonly Aksi[]

/** What a deed set, where ids and reason do not say it. */
export interface Rincian {
  /** Until when the SIP counted after the decision (`YYYY-MM-DD`); null when that was not known. */
  readonly sip_berlaku_sampai: string | null
}

/** How long after giving a reason an admin may go on reading a konsultasi, in minutes; within them the same reason is written down once. */
export const AKSES_MINUTES = 15
