import type { Peran, StatusVerifikasi } from '@/lib/domain/pengguna'
import { query } from './sql'

/** A person in the admin's list, as the database tells it. */
export interface PenggunaListRow {
  readonly id: string
  readonly nama: string
  readonly email: string
  readonly peran: Peran
  readonly aktif: boolean
  readonly dibuatPada: Date
  readonly statusVerifikasi: StatusVerifikasi | null
}

export interface PenggunaFilter {
  /** Every one of these words is part of the name or the address. */
  readonly words: readonly string[]
  /** Or this very person (a UUID). */
  readonly id: string | null
  readonly peran: Peran | null
  readonly after: { readonly pada: Date; readonly id: string } | null
  readonly limit: number
}

// strpos and not LIKE: what people type must not act as a pattern.
const LIST_PENGGUNA = {
  name: 'list_pengguna',
  text: `
    SELECT p.id, p.nama, p.email, p.peran, p.aktif, p.dibuat_pada AS "dibuatPada", d.status_verifikasi AS "statusVerifikasi"
      FROM pengguna p LEFT JOIN dokter d ON d.pengguna_id = p.id
     WHERE ($1::uuid = p.id OR ($1::uuid IS NULL AND NOT EXISTS (
             SELECT 1 FROM unnest($2::text[]) kata WHERE strpos(lower(p.nama || ' ' || p.email), lower(kata)) = 0)))
       AND ($3::peran IS NULL OR p.peran = $3::peran)
       AND ($4::timestamptz IS NULL OR (p.dibuat_pada, p.id) < ($4::timestamptz, $5::uuid))
     ORDER BY p.dibuat_pada DESC, p.id DESC
     LIMIT $6`,
}

/** People, those who registered last first. */
export const listPenggunaRows = ({ words, id, peran, after, limit }: PenggunaFilter): Promise<PenggunaListRow[]> =>
  query<PenggunaListRow>(LIST_PENGGUNA, [id, words, peran, after?.pada ?? null, after?.id ?? null, limit])
