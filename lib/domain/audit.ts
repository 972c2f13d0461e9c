/** The deeds that the audit log knows. A word that was ever written stays here: the log keeps its rows for ever. */
export const AKSI = [
  'konsultasi.dibaca',
  'riwayat.dibaca',
  'konsultasi.dipindah',
  'pesan.dihapus',
  'bahaya.diakui',
  'bahaya.disangkal',
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
  'dokumen.koreksi_dibuka',
  'daftar.dimuat',
  'daftar.dilepas',
  'audit.diekspor',
] as const
export type Aksi = (typeof AKSI)[number]

/** What is ever decided about the verification of a dokter. */
export const KEPUTUSAN_DOKTER = ['dokter.diverifikasi', 'dokter.ditolak'] as const satisfies readonly Aksi[]

/** The deeds by which something of a konsultasi was read: by an admin, or by a dokter who treats the same profil later. */
export const AKSI_BACA = ['konsultasi.dibaca', 'riwayat.dibaca'] as const satisfies readonly Aksi[]

/** What is read of a konsultasi: itself, what was said in it, a file, who is treated, it as something that was before, what came out of it. */
export const APA_DIBACA = ['konsultasi', 'pesan', 'lampiran', 'profil', 'riwayat', 'dokumen', 'transkrip'] as const
export type ApaDibaca = (typeof APA_DIBACA)[number]

/** What the decision about a dokter set. */
interface RincianKeputusan {
  /** Until when the SIP counted after the decision (`YYYY-MM-DD`); null when that was not known. */
  readonly sip_berlaku_sampai: string | null
  readonly apa?: never
}

/** What was read. */
interface RincianBacaan {
  readonly apa: ApaDibaca
  readonly sip_berlaku_sampai?: never
}

/** More of a deed, where ids and reason do not say it. */
export type Rincian = RincianKeputusan | RincianBacaan

/** How long after giving a reason an admin may go on reading a konsultasi, in minutes; within them the same reason is written down once. */
export const AKSES_MINUTES = 15

/** An admin's reading as participants are told of it. */
interface Akses {
  readonly pada: string
  readonly alasan: string | null
}

/**
 * The openings among these readings, newest first as they came: whoever opens a konsultasi reads it, its pesan and its lampiran, each of which is
 * written down, but it is one event. Readings for the same reason belong to the opening that they follow within {@link AKSES_MINUTES}.
 */
export function openingsOf<Reading extends Akses>(readings: readonly Reading[]): Reading[] {
  const opened: Reading[] = []
  for (const reading of readings.toReversed()) {
    if (!opened.some((opening) => isPartOf(reading, opening))) opened.unshift(reading)
  }
  return opened
}

const isPartOf = (reading: Akses, opening: Akses) =>
  reading.alasan === opening.alasan && Date.parse(reading.pada) - Date.parse(opening.pada) < AKSES_MINUTES * 60_000
