export const HUBUNGAN = ['diri', 'anak', 'pasangan', 'orang_tua', 'lainnya'] as const
type Hubungan = (typeof HUBUNGAN)[number]

export const JENIS_KELAMIN = ['L', 'P'] as const
type JenisKelamin = (typeof JENIS_KELAMIN)[number]

/** Profil of one account that are not archived; `diri` counts. */
export const PROFIL_MAX = 12

export const NAMA_PROFIL_MAX = 100
export const ALAMAT_MAX = 500
/** Entries of `alergi`, `obat_rutin` and `riwayat`, and characters of each. */
export const DAFTAR_MAX = 50
export const ISIAN_MAX = 200
export const BERAT_MIN_KG = 0.3
export const BERAT_MAX_KG = 500
export const LAHIR_MIN = '1900-01-01'

interface Alergi {
  readonly zat: string
  readonly reaksi?: string
}

/** What is known of who is treated. Days are `YYYY-MM-DD`. Of the lists null is that nobody asked, `[]` that there is none. */
export interface IsiProfil {
  readonly hubungan: Hubungan
  readonly nama: string
  readonly tanggal_lahir: string | null
  readonly jenis_kelamin: JenisKelamin | null
  readonly alamat: string | null
  readonly berat_kg: number | null
  readonly alergi: readonly Alergi[] | null
  readonly obat_rutin: readonly string[] | null
  readonly riwayat: readonly string[] | null
}

/** What may be known of somebody beside who they are. */
export type FaktaProfil = Omit<IsiProfil, 'hubungan' | 'nama'>
export type NamaFakta = keyof FaktaProfil

/** All of it while nobody said anything: the one list of these names, from which statements, forms and what is shown are made or checked. */
export const TAK_DIKETAHUI: { readonly [Nama in NamaFakta]: null } = {
  tanggal_lahir: null,
  jenis_kelamin: null,
  alamat: null,
  berat_kg: null,
  alergi: null,
  obat_rutin: null,
  riwayat: null,
}
export const NAMA_FAKTA = Object.keys(TAK_DIKETAHUI) as NamaFakta[]

/** Full years, and the full months beyond them. */
export interface Umur {
  readonly tahun: number
  readonly bulan: number
}

/** How old somebody is on a day (`YYYY-MM-DD`, in WIB): a month is full on the same day number, in a month without it on the first of the next. */
export function umurPada(tanggalLahir: string, hari: string): Umur {
  const [y1 = 0, m1 = 0, d1 = 0] = tanggalLahir.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = hari.split('-').map(Number)
  const months = Math.max(0, (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0))
  return { tahun: Math.floor(months / 12), bulan: months % 12 }
}

export const ALERGI_DIKETAHUI = ['ada', 'tidak_ada'] as const
export type AlergiDiketahui = (typeof ALERGI_DIKETAHUI)[number]

/** Is it known whether there are allergies? Null while nobody asked. */
export const alergiDiketahui = (alergi: IsiProfil['alergi'] | undefined): AlergiDiketahui | null =>
  !alergi ? null : alergi.length > 0 ? 'ada' : 'tidak_ada'
