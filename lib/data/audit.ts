import { AKSES_MINUTES, type Aksi, type ApaDibaca, type Rincian } from '@/lib/domain/audit'
import { newUuid } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { readingRecordedAs } from '@/lib/policy/audit'
import { query, statement, type Transaction, transaction } from './sql'

/** What the audit log knows of a deed; the database numbers and chains it. */
export interface Deed {
  /** Who did it, and from where; nobody where the installation itself did. */
  readonly aktor: Pick<Actor, 'id' | 'alamat'> | null
  readonly aksi: Aksi
  readonly konsultasiId?: string | null
  readonly pesanId?: string | null
  readonly penggunaId?: string | null
  readonly alasan?: string | null
  readonly rincian?: Rincian | null
}

const INSERT_AUDIT = statement({
  name: 'insert_audit',
  text: `INSERT INTO audit (id, aktor_id, alamat, aksi, konsultasi_id, pesan_id, pengguna_id, alasan, rincian, nomor, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, '')`,
  row: {},
})

/** Writes a deed down in the transaction that does it: neither is there without the other. */
export function insertAudit(
  { aktor, aksi, konsultasiId = null, pesanId = null, penggunaId = null, alasan = null, rincian = null }: Deed,
  tx: Transaction,
) {
  return query(
    INSERT_AUDIT,
    [newUuid(), aktor?.id ?? null, aktor?.alamat ?? null, aksi, konsultasiId, pesanId, penggunaId, alasan, rincian],
    tx,
  )
}

// The lock that the chain takes anyway, taken before looking: two reads at the same moment are written down once.
const LOCK_AUDIT = statement({ name: 'lock_audit', text: "SELECT FROM pg_advisory_xact_lock(hashtext('audit'))", row: {} })

const FIND_ACCESS = statement({
  name: 'find_access',
  text: `
    SELECT 1 FROM audit WHERE konsultasi_id = $1 AND aktor_id = $2 AND aksi = $5
       AND alasan IS NOT DISTINCT FROM $3::text AND rincian->>'apa' = $4 AND pada > now() - interval '${AKSES_MINUTES} minutes'`,
  row: {},
})

/**
 * Writes down that somebody reads of a konsultasi, before the answer leaves: what cannot be written down is not shown. Participants just read; the reading
 * of an admin, and of a dokter to whom it was handed over, is written down once for each konsultasi, alasan, kind of thing read and 15 minutes.
 */
export async function recordAccess(
  actor: Actor,
  apa: ApaDibaca,
  k: Pick<KonsultasiHead, 'id' | 'pasienId' | 'dokterId'>,
  alasan: string | null | undefined,
): Promise<void> {
  const aksi = readingRecordedAs(actor, k)
  if (!aksi) return
  const access = [k.id, actor.id, alasan || null, apa, aksi]
  if ((await query(FIND_ACCESS, access)).length > 0) return
  await transaction(async (tx) => {
    await query(LOCK_AUDIT, [], tx)
    const [known] = await query(FIND_ACCESS, access, tx)
    if (!known) await insertAudit({ aktor: actor, aksi, konsultasiId: k.id, alasan: alasan || null, rincian: { apa } }, tx)
  })
}

/**
 * Writes down that a dokter reads what these konsultasi left behind, before the answer leaves: each reading, of each of them. They belong to a profil that
 * this dokter treats now.
 */
export const recordRiwayat = (actor: Actor, konsultasiIds: readonly string[]): Promise<void> =>
  transaction(async (tx) => {
    await query(LOCK_AUDIT, [], tx)
    for (const konsultasiId of konsultasiIds)
      await insertAudit({ aktor: actor, aksi: 'riwayat.dibaca', konsultasiId, rincian: { apa: 'riwayat' } }, tx)
  })
