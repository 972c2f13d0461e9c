export const PERAN = ['pasien', 'dokter', 'admin'] as const
export type Peran = (typeof PERAN)[number]

export const STATUS_VERIFIKASI = ['menunggu', 'terverifikasi', 'ditolak'] as const
export type StatusVerifikasi = (typeof STATUS_VERIFIKASI)[number]

export const NAMA_MAX = 100
export const EMAIL_MAX = 254
export const NOMOR_MAX = 60

/** Characters of a password. Length beats composition rules: NIST SP 800-63B, 5.1.1.2. */
export const KATA_SANDI_MIN = 10
export const KATA_SANDI_MAX = 128

/** Somebody who is signed in, as every rule sees them. `terverifikasi` is about dokter; others need no verification. */
export interface Actor {
  readonly id: string
  readonly sesiId: string
  /** Where this request came from, for the audit log; null for what the system does by itself. */
  readonly alamat: string | null
  readonly nama: string
  readonly email: string
  readonly peran: Peran
  readonly terverifikasi: boolean
  /** Has the licence to practise of a dokter not ended? Others need none. */
  readonly sipBerlaku: boolean
  /** Whether this account asks for a code beside the password. */
  readonly berfaktorKedua: boolean
  readonly emailDikonfirmasi: boolean
}
