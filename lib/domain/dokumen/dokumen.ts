import { addDays, dayInWib, WIB_OFFSET } from '@/lib/domain/zona'

/** What comes out of a konsultasi: the letters of its number, and what it is called on paper. */
export const JENIS_DOKUMEN = {
  ringkasan: { huruf: 'RKS', judul: 'Ringkasan Konsultasi' },
  resep: { huruf: 'RSP', judul: 'Resep' },
  rujukan: { huruf: 'RJK', judul: 'Surat Rujukan' },
  surat_sakit: { huruf: 'SKT', judul: 'Surat Keterangan Sakit' },
  kontrol: { huruf: 'KTL', judul: 'Rencana Kontrol' },
  lab: { huruf: 'LAB', judul: 'Permintaan Pemeriksaan Laboratorium' },
} as const satisfies Record<string, { readonly huruf: string; readonly judul: string }>

export type JenisDokumen = keyof typeof JENIS_DOKUMEN
export const JENIS = Object.keys(JENIS_DOKUMEN) as [JenisDokumen, ...JenisDokumen[]]

export const STATUS_DOKUMEN = ['berlaku', 'diganti', 'dibatalkan'] as const
export type StatusDokumen = (typeof STATUS_DOKUMEN)[number]

export const STATUS_PERMINTAAN = ['menunggu', 'ditolak', 'dijawab'] as const
export type StatusPermintaan = (typeof STATUS_PERMINTAAN)[number]

/** What may stand against an obat of a resep. */
export const SEBAB_KEBERATAN = ['terlarang', 'alergi', 'ganda'] as const
export type SebabKeberatan = (typeof SEBAB_KEBERATAN)[number]

/** Characters of any text in a dokumen. */
export const TEKS_MAX = 5000
export const OBAT_MAX = 20
/** Allergies that a resep sets aside. */
export const ABAIKAN_MAX = 50
export const DIAGNOSA_MAX = 20
export const PEMERIKSAAN_MAX = 50
export const LANGKAH_MAX = 20
export const HARI_SAKIT_MAX = 14
/** Days of a step of tapering. */
export const HARI_LANGKAH_MAX = 365
/** How often a resep may be repeated. */
export const ITER_MAX = 99
/** Units of one obat. */
export const JUMLAH_MAX = 100_000

/** Years below which the weight must be known for a resep. */
export const DEWASA_TAHUN = 18

/** Hours for which an admin's permission to correct holds. */
export const IZIN_KOREKSI_JAM = 24

/** Wrong PINs in a row after which no PIN counts, and for how many minutes. */
export const PIN_GAGAL_MAX = 5
export const PIN_TUTUP_MENIT = 15
export const PIN = /^\d{6}$/

/** `RSP/2026/000123`. */
export const nomorOf = (jenis: JenisDokumen, tahun: number, urut: number): string =>
  `${JENIS_DOKUMEN[jenis].huruf}/${tahun}/${String(urut).padStart(6, '0')}`

/** The year whose numbers are counted at this moment, in WIB. */
export const tahunOf = (at: Date): number => Number(dayInWib(at).slice(0, 4))

/** The days on which a kontrol may be: from tomorrow to a year ahead, in WIB. */
export function hariKontrol(now: Date): { readonly dari: string; readonly sampai: string } {
  const today = dayInWib(now)
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  return { dari: addDays(today, 1), sampai: nextYear.endsWith('-02-29') ? nextYear.replace('-02-29', '-03-01') : nextYear }
}

/** Days before and after today on which an illness that a letter is written for may begin: another one is a slip of the hand. */
const MULAI_SAKIT_HARI = 90

/** The days on which a surat_sakit may begin, in WIB. */
export function hariSakit(now: Date): { readonly dari: string; readonly sampai: string } {
  const today = dayInWib(now)
  return { dari: addDays(today, -MULAI_SAKIT_HARI), sampai: addDays(today, MULAI_SAKIT_HARI) }
}

/** When both are reminded of a kontrol: at 07.00 WIB on the day before and on that day, as far as that is still to come. */
export const pengingatKontrol = (tanggal: string, now: Date): Date[] =>
  [addDays(tanggal, -1), tanggal].map((day) => new Date(`${day}T07:00:00${WIB_OFFSET}`)).filter((at) => at > now)

/** The one line by which a client that knows no dokumen shows it: nothing of what is in it. */
export const barisOf = (jenis: JenisDokumen, nomor: string): string => `${JENIS_DOKUMEN[jenis].judul} ${nomor}`
