import { uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead, StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import type { TriaseTersimpan } from '@/lib/domain/triase/kuesioner'
import { allow } from '@/lib/policy/allow'
import { canRead } from '@/lib/policy/konsultasi'
import { query, statement, type Transaction } from './sql'

export const HEAD = 'id, pasien_id, dokter_id, penerus_id, status, rev'
export const HEAD_ROW = {
  id: 'uuid',
  pasien_id: 'uuid',
  dokter_id: 'uuid',
  penerus_id: 'uuid?',
  status: 'status_konsultasi',
  rev: 'int4',
} as const

interface HeadRow {
  readonly id: string
  readonly pasien_id: string
  readonly dokter_id: string
  readonly penerus_id: string | null
  readonly status: StatusKonsultasi
  readonly rev: number
}

/** A row as rules know it. */
export const headOf = ({ id, pasien_id, dokter_id, penerus_id, status, rev }: HeadRow): KonsultasiHead => ({
  id,
  pasienId: pasien_id,
  dokterId: dokter_id,
  penerusId: penerus_id,
  status,
  rev,
})

const FIND_HEAD = statement({
  name: 'find_konsultasi',
  text: `SELECT ${HEAD} FROM konsultasi WHERE id = $1`,
  row: HEAD_ROW,
})

/**
 * A konsultasi that this person may read. `id` is the client's.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function findKonsultasiFor(actor: Actor, id: string): Promise<KonsultasiHead> {
  const uuid = uuidOf('konsultasi', id)
  const [row] = uuid ? await query(FIND_HEAD, [uuid]) : []
  if (!row) throw new Refusal('not_found')
  const konsultasi = headOf(row)
  allow(canRead(actor, konsultasi))
  return konsultasi
}

export interface NewKonsultasi {
  readonly id: string
  readonly pasienId: string
  readonly dokterId: string
  readonly keluhan: string
  readonly profilId: string
  /** Of the same profil, and completed. */
  readonly lanjutanDari: string | null
  readonly bagikanRiwayat: boolean
  readonly triase: TriaseTersimpan | null
}

const INSERT_KONSULTASI = statement({
  name: 'insert_konsultasi',
  text: `
    INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, profil_id, lanjutan_dari, bagikan_riwayat, triase, belum_dibalas_sejak)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
    RETURNING ${HEAD}`,
  row: HEAD_ROW,
})

/** @throws a unique violation of `konsultasi_terbuka` when this profil has an open konsultasi with this dokter already */
export async function insertKonsultasi(k: NewKonsultasi, tx: Transaction): Promise<KonsultasiHead> {
  const what = [k.id, k.pasienId, k.dokterId, k.keluhan, k.profilId, k.lanjutanDari, k.bagikanRiwayat, k.triase]
  const [row] = await query(INSERT_KONSULTASI, what, tx)
  return headOf(row as HeadRow)
}

const FIND_PROFIL = statement({
  name: 'find_profil_id',
  text: 'SELECT profil_id FROM konsultasi WHERE id = $1',
  row: { profil_id: 'uuid' },
})

/** Whom a konsultasi treats: the id of a profil. */
export async function profilIdOf(id: string, tx: Transaction): Promise<string> {
  const [row] = await query(FIND_PROFIL, [id], tx)
  if (!row) throw new Error('a konsultasi is never deleted')
  return row.profil_id
}

const FIND_OPEN = statement({
  name: 'find_open_konsultasi',
  text: "SELECT 1 FROM konsultasi WHERE profil_id = $1 AND dokter_id = $2 AND status IN ('pending', 'active')",
  row: {},
})

/** Has this profil a konsultasi with this dokter that is pending or active? */
export const hasOpenKonsultasi = async (profilId: string, dokterId: string, tx: Transaction): Promise<boolean> =>
  (await query(FIND_OPEN, [profilId, dokterId], tx)).length > 0

const FIND_COMPLETED = statement({
  name: 'find_completed_konsultasi',
  text: "SELECT id FROM konsultasi WHERE id = $1 AND profil_id = $2 AND status = 'completed'",
  row: { id: 'uuid' },
})

/** A completed konsultasi of this profil by the client's id, if it is one. */
export async function findCompletedOf(profilId: string, id: string, tx: Transaction): Promise<string | null> {
  const uuid = uuidOf('konsultasi', id)
  const [row] = uuid ? await query(FIND_COMPLETED, [uuid, profilId], tx) : []
  return row?.id ?? null
}

const OPEN = statement({
  name: 'has_open_konsultasi',
  text: "SELECT 1 FROM konsultasi WHERE (pasien_id = $1 OR dokter_id = $1) AND status IN ('pending', 'active') LIMIT 1",
  row: {},
})

/** Does somebody, whose account is held, wait for an answer or owe one? Booking holds both accounts, so that none begins meanwhile. */
export const hasAnyOpen = async (penggunaId: string, tx: Transaction): Promise<boolean> => (await query(OPEN, [penggunaId], tx)).length > 0

/** Where a konsultasi goes, with the words that belong to it. */
export interface Move {
  readonly from: StatusKonsultasi
  readonly to: StatusKonsultasi
  readonly alasan?: string | null
  readonly catatanPenutup?: string
}

// `$7` keeps out whoever it was moved away from meanwhile; `$6` keeps a late acceptance out: what waited too long has expired, even when the job that says so has not run yet.
const MOVE_KONSULTASI = statement({
  name: 'move_konsultasi',
  text: `
    UPDATE konsultasi
       SET status = $3::status_konsultasi, rev = rev + 1, aktivitas_pada = greatest(clock_timestamp(), aktivitas_pada), alasan = $4,
           catatan_penutup = $5,
           diterima_pada = CASE WHEN $3::status_konsultasi = 'active' THEN clock_timestamp() ELSE diterima_pada END,
           selesai_pada = CASE WHEN $3::status_konsultasi = 'completed' THEN clock_timestamp() END, belum_dibalas_sejak = NULL
     WHERE id = $1 AND dokter_id = $7 AND status = $2::status_konsultasi AND ($2::status_konsultasi <> 'pending' OR dibuat_pada > now() - make_interval(secs => $6))
    RETURNING ${HEAD}`,
  row: HEAD_ROW,
})

/** Of two moves at the same moment exactly one finds its `from`. @returns null when this one came too late */
export async function moveKonsultasi(
  k: Pick<KonsultasiHead, 'id' | 'dokterId'>,
  move: Move,
  expiresSeconds: number,
  tx: Transaction,
): Promise<KonsultasiHead | null> {
  const { from, to, alasan = null, catatanPenutup = null } = move
  const [row] = await query(MOVE_KONSULTASI, [k.id, from, to, alasan, catatanPenutup, expiresSeconds, k.dokterId], tx)
  return row ? headOf(row) : null
}

// SKIP LOCKED: whoever accepts or cancels at this very moment decides, and another instance's sweep takes the rest.
const EXPIRE_KONSULTASI = statement({
  name: 'expire_konsultasi',
  text: `
    UPDATE konsultasi SET status = 'expired', rev = rev + 1, aktivitas_pada = now(), belum_dibalas_sejak = NULL
     WHERE id IN (SELECT id FROM konsultasi WHERE status = 'pending' AND dibuat_pada <= now() - make_interval(secs => $1) LIMIT 500 FOR UPDATE SKIP LOCKED)
       AND status = 'pending'
    RETURNING ${HEAD}`,
  row: HEAD_ROW,
})

/** Expires what was booked so many seconds ago or more and nobody accepted; at most 500 at once. */
export const expireBooked = async (seconds: number, tx: Transaction): Promise<KonsultasiHead[]> =>
  (await query(EXPIRE_KONSULTASI, [seconds], tx)).map(headOf)
