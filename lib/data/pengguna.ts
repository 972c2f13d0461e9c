import type { Peran, StatusVerifikasi } from '@/lib/domain/pengguna'
import { escapeLike } from './like'
import { query, statement, type Transaction } from './sql'

/** Somebody as they and admins are shown. */
export interface PenggunaRow {
  readonly id: string
  readonly nama: string
  readonly email: string
  readonly peran: Peran
  readonly aktif: boolean
  /** Null for whoever is no dokter. */
  readonly status_verifikasi: StatusVerifikasi | null
}

/** SQL: what a `PenggunaRow` is made of. */
export const PENGGUNA_COLUMNS = 'p.id, p.nama, p.email, p.peran, p.aktif, d.status_verifikasi'
export const PENGGUNA_TABLES = 'pengguna p LEFT JOIN dokter d ON d.pengguna_id = p.id'

const FIND = statement({
  name: 'find_pengguna',
  text: `SELECT ${PENGGUNA_COLUMNS} FROM ${PENGGUNA_TABLES} WHERE p.id = $1`,
  row: { id: 'uuid', nama: 'text', email: 'text', peran: 'peran', aktif: 'bool', status_verifikasi: 'status_verifikasi?' },
})

/** Somebody by their UUID. */
export async function findPengguna(id: string): Promise<PenggunaRow | null> {
  const [row] = await query(FIND, [id])
  return row ?? null
}

const LOCK_ONE = statement({
  name: 'lock_one_pengguna',
  text: 'SELECT id FROM pengguna WHERE id = $1 FOR NO KEY UPDATE',
  row: { id: 'uuid' },
})

/** Holds an account until the end of the transaction: no sign-in (`insertSesi` takes FOR SHARE) comes in between. @returns whether there is one */
export async function lockPengguna(id: string, tx: Transaction): Promise<boolean> {
  return (await query(LOCK_ONE, [id], tx)).length > 0
}

const LOCK_MANY = statement({
  name: 'lock_pengguna',
  text: 'SELECT id, aktif, ditutup_pada IS NOT NULL AS tertutup FROM pengguna WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
  row: { id: 'uuid', aktif: 'bool', tertutup: 'bool' },
})

/** The same for several, always in the same order: of two admins who suspend each other at the same moment one comes first. */
export const lockAllPengguna = (ids: readonly string[], tx: Transaction) => query(LOCK_MANY, [ids], tx)

const SET_AKTIF = statement({ name: 'set_aktif', text: 'UPDATE pengguna SET aktif = $2 WHERE id = $1', row: {} })

/** Suspends somebody, or lets them back. The caller holds the account. */
export const setAktif = (id: string, aktif: boolean, tx: Transaction) => query(SET_AKTIF, [id, aktif], tx)

/** A person in the admin's list, as the database tells it. */
export interface PenggunaListRow extends PenggunaRow {
  readonly dibuat_pada: Date
  /** Closed for good by its owner. */
  readonly ditutup: boolean
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

const listStatement = (condition: keyof typeof CONDITIONS) =>
  statement({
    // Without a name it is planned for these very words: only then does the planner know whether few people have them (the index of letters)
    // or many (the order of the list).
    name: condition === 'longWords' ? '' : `list_pengguna_${condition}`,
    text: `
    SELECT ${PENGGUNA_COLUMNS}, p.dibuat_pada, p.ditutup_pada IS NOT NULL AS ditutup
      FROM ${PENGGUNA_TABLES}
     WHERE ${CONDITIONS[condition]}
       AND ($1::peran IS NULL OR p.peran = $1::peran)
       AND ($2::timestamptz IS NULL OR (p.dibuat_pada, p.id) < ($2::timestamptz, $3::uuid))
     ORDER BY p.dibuat_pada DESC, p.id DESC
     LIMIT $4`,
    row: {
      id: 'uuid',
      nama: 'text',
      email: 'text',
      peran: 'peran',
      aktif: 'bool',
      status_verifikasi: 'status_verifikasi',
      dibuat_pada: 'timestamptz',
      ditutup: 'bool',
    },
  })

const LIST = {
  everybody: listStatement('everybody'),
  id: listStatement('id'),
  words: listStatement('words'),
  longWords: listStatement('longWords'),
}

/** People, those who registered last first. */
export function listPenggunaRows({ words, id, peran, after, limit }: PenggunaFilter): Promise<PenggunaListRow[]> {
  const ask = (condition: keyof typeof CONDITIONS, ...values: unknown[]) =>
    query(LIST[condition], [peran, after?.pada ?? null, after?.id ?? null, limit, ...values])
  const [longest = ''] = [...words].sort((a, b) => b.length - a.length)
  if (id) return ask('id', id)
  if (words.length === 0) return ask('everybody')
  return longest.length < INDEXED_MIN ? ask('words', words) : ask('longWords', words, escapeLike(longest))
}
