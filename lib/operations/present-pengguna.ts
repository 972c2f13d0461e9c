import type { PenggunaView } from '@/lib/contract/pengguna'
import { toId } from '@/lib/domain/id'
import type { Actor, Peran, StatusVerifikasi } from '@/lib/domain/pengguna'

export interface PenggunaRow {
  readonly id: string
  readonly nama: string
  readonly email: string
  readonly peran: Peran
  readonly aktif: boolean
  readonly dokter: { readonly statusVerifikasi: StatusVerifikasi } | null
}

/** The columns that `presentPengguna` needs. */
export const PENGGUNA_COLUMNS = {
  id: true,
  nama: true,
  email: true,
  peran: true,
  aktif: true,
  dokter: { select: { statusVerifikasi: true } },
} as const

/** Somebody as they and admins see them: with their address. Only a dokter can be unverified. */
export const presentPengguna = (row: PenggunaRow): PenggunaView => ({
  id: toId('pengguna', row.id),
  nama: row.nama,
  email: row.email,
  peran: row.peran,
  aktif: row.aktif,
  terverifikasi: row.peran !== 'dokter' || row.dokter?.statusVerifikasi === 'terverifikasi',
})

/** Somebody who is signed in, as they see themselves. */
export const presentActor = ({ id, nama, email, peran, terverifikasi }: Actor): PenggunaView => ({
  id: toId('pengguna', id),
  nama,
  email,
  peran,
  aktif: true,
  terverifikasi,
})
