import type { PenggunaAdminView } from '@/lib/contract/admin'
import type { PenggunaView } from '@/lib/contract/pengguna'
import type { PenggunaListRow, PenggunaRow } from '@/lib/data/pengguna'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'

/** Somebody as they and admins see them: with their address. Only a dokter can be unverified. */
export const presentPengguna = ({ id, nama, email, peran, aktif, status_verifikasi }: PenggunaRow): PenggunaView => ({
  id: toId('pengguna', id),
  nama,
  email,
  peran,
  aktif,
  terverifikasi: peran !== 'dokter' || status_verifikasi === 'terverifikasi',
})

/** Somebody in the list of people. */
export const presentPenggunaOfList = (row: PenggunaListRow): PenggunaAdminView => ({
  ...presentPengguna(row),
  dibuat_pada: row.dibuat_pada.toISOString(),
  ditutup: row.ditutup,
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
