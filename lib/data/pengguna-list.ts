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
  /** Closed for good by its owner. */
  readonly ditutup: boolean
  readonly statusVerifikasi: StatusVerifikasi | null
}

export interface PenggunaFilter {
  /** Every one of these words, folded, is part of the name or the address. */
  readonly words: readonly string[]
  /** Or this very person (a UUID). */
  readonly id: string | null
  readonly peran: Peran | null
  readonly after: { readonly pada: Date; readonly id: string } | null
  readonly limit: number
}

/** As much of a word as an index of three letters each can find. */
const INDEXED_MIN = 3

const FOLDED = "lipat(p.nama || ' ' || p.email)"

// An index of its letters (pengguna_terlipat) finds the longest word; strpos then asks for each of them. What people type must not act as a
// pattern.
const WORDS = `NOT EXISTS (SELECT FROM unnest($5::text[]) kata WHERE strpos(${FOLDED}, kata) = 0)`
const CONDITIONS = {
  everybody: 'true',
  id: 'p.id = $5::uuid',
  words: WORDS,
  longWords: `${FOLDED} LIKE '%' || $6::text || '%' AND ${WORDS}`,
}

const listStatement = (condition: keyof typeof CONDITIONS) => ({
  // Without a name it is planned for these very words: only then does the planner know whether few people have them (the index of letters)
  // or many (the order of the list).
  name: condition === 'longWords' ? '' : `list_pengguna_${condition}`,
  text: `
    SELECT p.id, p.nama, p.email, p.peran, p.aktif, p.dibuat_pada AS "dibuatPada", p.ditutup_pada IS NOT NULL AS ditutup,
           d.status_verifikasi AS "statusVerifikasi"
      FROM pengguna p LEFT JOIN dokter d ON d.pengguna_id = p.id
     WHERE ${CONDITIONS[condition]}
       AND ($1::peran IS NULL OR p.peran = $1::peran)
       AND ($2::timestamptz IS NULL OR (p.dibuat_pada, p.id) < ($2::timestamptz, $3::uuid))
     ORDER BY p.dibuat_pada DESC, p.id DESC
     LIMIT $4`,
})

/** People, those who registered last first. */
export function listPenggunaRows({ words, id, peran, after, limit }: PenggunaFilter): Promise<PenggunaListRow[]> {
  const ask = (condition: keyof typeof CONDITIONS, ...values: unknown[]) =>
    query<PenggunaListRow>(listStatement(condition), [peran, after?.pada ?? null, after?.id ?? null, limit, ...values])
  const [longest = ''] = [...words].sort((a, b) => b.length - a.length)
  if (id) return ask('id', id)
  if (words.length === 0) return ask('everybody')
  return longest.length < INDEXED_MIN ? ask('words', words) : ask('longWords', words, longest.replace(/[\\%_]/g, '\\$&'))
}
