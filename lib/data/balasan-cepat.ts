import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canChangeBalasan } from '@/lib/policy/balasan-cepat'
import { query, statement, type Transaction } from './sql'

/** A quick reply; without an owner it is the clinic's. Ids are plain UUIDs. */
export interface BalasanRow {
  readonly id: string
  readonly pemilik_id: string | null
  readonly pintasan: string
  readonly judul: string
  readonly isi: string
}

const COLUMNS = 'id, pemilik_id, pintasan, judul, isi'
const ROW = { id: 'uuid', pemilik_id: 'uuid?', pintasan: 'text', judul: 'text', isi: 'text' } as const

const LIST = statement({
  name: 'list_balasan',
  text: `SELECT ${COLUMNS} FROM balasan_cepat WHERE pemilik_id = $1 OR pemilik_id IS NULL ORDER BY pemilik_id IS NULL, lower(pintasan), id`,
  row: ROW,
})

/** Those of this person, then those of the clinic; without one the clinic's alone. */
export const listBalasanOf = (pemilikId: string | null): Promise<BalasanRow[]> => query(LIST, [pemilikId])

const FIND = statement({ name: 'find_balasan', text: `SELECT ${COLUMNS} FROM balasan_cepat WHERE id = $1 FOR UPDATE`, row: ROW })

/** One that this person may change, held. `id` is the client's. @throws Refusal `not_found`, `forbidden` */
export async function findBalasanFor(actor: Actor, id: string, tx: Transaction): Promise<BalasanRow> {
  const uuid = uuidOf('balasan', id)
  const [row] = uuid ? await query(FIND, [uuid], tx) : []
  if (!row) throw new Refusal('not_found')
  allow(canChangeBalasan(actor, row))
  return row
}

const LOCK = statement({
  name: 'lock_balasan',
  text: "SELECT FROM pg_advisory_xact_lock(hashtext('balasan_cepat'), hashtext(coalesce($1::text, '')))",
  row: {},
})
const COUNT = statement({
  name: 'count_balasan',
  text: 'SELECT count(*)::int AS jumlah FROM balasan_cepat WHERE pemilik_id IS NOT DISTINCT FROM $1::uuid',
  row: { jumlah: 'int4' },
})

/** How many this owner keeps, until the transaction ends: of two that are added at once one follows the other. */
export async function countBalasan(pemilikId: string | null, tx: Transaction): Promise<number> {
  await query(LOCK, [pemilikId], tx)
  const [row] = await query(COUNT, [pemilikId], tx)
  return row?.jumlah ?? 0
}

const KEEP = statement({
  name: 'keep_balasan',
  text: `
    INSERT INTO balasan_cepat (id, pemilik_id, pintasan, judul, isi) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (id) DO UPDATE SET pintasan = $3, judul = $4, isi = $5
    RETURNING ${COLUMNS}`,
  row: ROW,
})

/** Writes one, new or changed. @throws a unique violation when this owner has another one of that pintasan */
export async function keepBalasan({ id, pemilik_id, pintasan, judul, isi }: BalasanRow, tx: Transaction): Promise<BalasanRow> {
  const [row] = await query(KEEP, [id, pemilik_id, pintasan, judul, isi], tx)
  return row as BalasanRow
}

const DROP = statement({ name: 'drop_balasan', text: 'DELETE FROM balasan_cepat WHERE id = $1', row: {} })

export const deleteBalasan = (id: string, tx: Transaction) => query(DROP, [id], tx)
