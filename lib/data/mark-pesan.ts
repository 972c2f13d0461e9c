import { isUnread } from './pesan'
import { query, statement, type Transaction } from './sql'

const LOCK_KONSULTASI = statement({
  name: 'lock_konsultasi',
  text: 'SELECT rev, status FROM konsultasi WHERE id = $1 FOR NO KEY UPDATE',
  row: { rev: 'int4', status: 'status_konsultasi' },
})

/** Holds the konsultasi until the transaction ends: from here on nothing in it changes but by us. */
export async function lockKonsultasi(id: string, tx: Transaction) {
  const [row] = await query(LOCK_KONSULTASI, [id], tx)
  if (!row) throw new Error('a konsultasi is never deleted')
  return row
}

const MOVE_REV = statement({ name: 'move_rev', text: 'UPDATE konsultasi SET rev = rev + $2 WHERE id = $1', row: {} })

/** Counts `by` more changes. The caller holds the lock. */
export const moveRev = (id: string, by: number, tx: Transaction) => query(MOVE_REV, [id, by], tx)

/** Pesan that one transaction marks as read. */
export const MARK_MAX = 5000

// The time is taken under the lock: after a wait for it, that of BEGIN may lie before the pesan was written.
const MARK_READ = statement({
  name: 'mark_read',
  text: `
    WITH belum AS (
      SELECT b.id, row_number() OVER (ORDER BY b.urutan)::int AS nomor FROM konsultasi k JOIN chat_messages b ON ${isUnread('b', '$2::uuid')}
       WHERE k.id = $1 AND ($4::bigint IS NULL OR b.urutan <= $4) AND ($5::uuid IS NULL OR b.id = $5)
       ORDER BY b.urutan LIMIT ${MARK_MAX}
    )
    UPDATE chat_messages p SET dibaca_pada = clock_timestamp(), dibaca_oleh = $2, rev = $3 + belum.nomor
      FROM belum WHERE p.id = belum.id
    RETURNING p.urutan`,
  row: { urutan: 'int4' },
})

export interface Marked {
  readonly marked: number
  /** The highest `urutan` that was marked; 0 when none was. */
  readonly sampai: number
  readonly rev: number
}

/** Marks what the other side sent as read, the first `MARK_MAX` of it, each with a `rev` of its own in order of `urutan`; narrowed to `sampai` or to one pesan. */
export async function markUnread(
  konsultasiId: string,
  readerId: string,
  only: { sampai?: number | null; pesanId?: string },
  tx: Transaction,
): Promise<Marked> {
  const { rev } = await lockKonsultasi(konsultasiId, tx)
  const rows = await query(MARK_READ, [konsultasiId, readerId, rev, only.sampai ?? null, only.pesanId ?? null], tx)
  if (rows.length > 0) await moveRev(konsultasiId, rows.length, tx)
  return { marked: rows.length, sampai: Math.max(0, ...rows.map((row) => row.urutan)), rev: rev + rows.length }
}

const BURY = statement({
  name: 'bury_pesan',
  text: `
    UPDATE chat_messages SET dihapus_pada = clock_timestamp(), dihapus_oleh = $2, alasan_hapus = $3, rev = $4
     WHERE id = $1 AND dihapus_pada IS NULL RETURNING rev`,
  row: { rev: 'int4' },
})

// What was taken back waits for no answer; an answer that was taken back has been one.
const WAIT_AGAIN = statement({
  name: 'wait_again',
  text: `
    UPDATE konsultasi k SET belum_dibalas_sejak = (
             SELECT p.dibuat_pada FROM chat_messages p
              WHERE p.konsultasi_id = k.id AND p.pengirim_id = k.pasien_id AND p.dihapus_pada IS NULL
                AND p.urutan > coalesce((SELECT max(d.urutan) FROM chat_messages d WHERE d.konsultasi_id = k.id AND d.pengirim_id = k.dokter_id), 0)
              ORDER BY p.urutan LIMIT 1)
     WHERE k.id = $1 AND k.status = 'active' AND k.belum_dibalas_sejak IS NOT NULL`,
  row: {},
})

/** Leaves a tombstone. The caller holds the lock at `rev`. @returns the new rev, or null when there is a tombstone already */
export async function buryPesan(
  pesan: { id: string; konsultasiId: string; rev: number },
  olehId: string,
  alasan: string | null,
  tx: Transaction,
): Promise<number | null> {
  const [row] = await query(BURY, [pesan.id, olehId, alasan, pesan.rev + 1], tx)
  if (!row) return null
  await moveRev(pesan.konsultasiId, 1, tx)
  await query(WAIT_AGAIN, [pesan.konsultasiId], tx)
  return row.rev
}
