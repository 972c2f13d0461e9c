import { uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead, StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canRead } from '@/lib/policy/konsultasi'
import { query, type Transaction } from './sql'

const HEAD = 'id, pasien_id AS "pasienId", dokter_id AS "dokterId", status, rev'

const FIND_HEAD = { name: 'find_konsultasi', text: `SELECT ${HEAD} FROM konsultasi WHERE id = $1` }

/**
 * A konsultasi that this person may read. `id` is the client's.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function findKonsultasiFor(actor: Actor, id: string): Promise<KonsultasiHead> {
  const uuid = uuidOf('konsultasi', id)
  const [konsultasi] = uuid ? await query<KonsultasiHead>(FIND_HEAD, [uuid]) : []
  if (!konsultasi) throw new Refusal('not_found')
  allow(canRead(actor, konsultasi))
  return konsultasi
}

export interface NewKonsultasi {
  readonly id: string
  readonly pasienId: string
  readonly dokterId: string
  readonly keluhan: string
}

const INSERT_KONSULTASI = {
  name: 'insert_konsultasi',
  text: `INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan) VALUES ($1, $2, $3, $4) RETURNING ${HEAD}`,
}

/** @throws a unique violation of `konsultasi_terbuka` when these two have an open konsultasi already */
export async function insertKonsultasi(k: NewKonsultasi, tx: Transaction): Promise<KonsultasiHead> {
  const [row] = await query<KonsultasiHead>(INSERT_KONSULTASI, [k.id, k.pasienId, k.dokterId, k.keluhan], tx)
  return row as KonsultasiHead
}

/** Where a konsultasi goes, with the words that belong to it. */
export interface Move {
  readonly from: StatusKonsultasi
  readonly to: StatusKonsultasi
  readonly alasan?: string | null
  readonly catatanPenutup?: string
}

// `$6` keeps a late acceptance out: what waited too long has expired, even when the job that says so has not run yet.
const MOVE_KONSULTASI = {
  name: 'move_konsultasi',
  text: `
    UPDATE konsultasi
       SET status = $3::status_konsultasi, rev = rev + 1, aktivitas_pada = greatest(clock_timestamp(), aktivitas_pada), alasan = $4,
           catatan_penutup = $5,
           diterima_pada = CASE WHEN $3::status_konsultasi = 'active' THEN clock_timestamp() ELSE diterima_pada END,
           selesai_pada = CASE WHEN $3::status_konsultasi = 'completed' THEN clock_timestamp() END
     WHERE id = $1 AND status = $2::status_konsultasi AND ($2::status_konsultasi <> 'pending' OR dibuat_pada > $6)
    RETURNING ${HEAD}`,
}

/** Of two moves at the same moment exactly one finds its `from`. @returns null when this one came too late */
export async function moveKonsultasi(id: string, move: Move, bookedAfter: Date, tx: Transaction): Promise<KonsultasiHead | null> {
  const { from, to, alasan = null, catatanPenutup = null } = move
  const [row] = await query<KonsultasiHead>(MOVE_KONSULTASI, [id, from, to, alasan, catatanPenutup, bookedAfter], tx)
  return row ?? null
}

// SKIP LOCKED: whoever accepts or cancels at this very moment decides, and another instance's sweep takes the rest.
const EXPIRE_KONSULTASI = {
  name: 'expire_konsultasi',
  text: `
    UPDATE konsultasi SET status = 'expired', rev = rev + 1, aktivitas_pada = now()
     WHERE id IN (SELECT id FROM konsultasi WHERE status = 'pending' AND dibuat_pada <= $1 LIMIT 500 FOR UPDATE SKIP LOCKED)
       AND status = 'pending'
    RETURNING ${HEAD}`,
}

/** Expires what was booked until then and nobody accepted; at most 500 at once. */
export const expireBookedBefore = (time: Date, tx: Transaction): Promise<KonsultasiHead[]> =>
  query<KonsultasiHead>(EXPIRE_KONSULTASI, [time], tx)
