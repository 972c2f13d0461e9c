import { AKSES_MINUTES, type Aksi } from '@/lib/domain/audit'
import { newUuid } from '@/lib/domain/id'
import { query, type Transaction, transaction } from './sql'

/** What the audit log knows of a deed; the database numbers and chains it. */
export interface Deed {
  readonly aktorId: string | null
  readonly aksi: Aksi
  readonly konsultasiId?: string
  readonly pesanId?: string
  readonly penggunaId?: string
  readonly alasan?: string | null
}

const INSERT_AUDIT = {
  name: 'insert_audit',
  text: `INSERT INTO audit (id, aktor_id, aksi, konsultasi_id, pesan_id, pengguna_id, alasan, nomor, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, '')`,
}

/** Writes a deed down in the transaction that does it: neither is there without the other. */
export const insertAudit = (deed: Deed, tx: Transaction) =>
  query(
    INSERT_AUDIT,
    [newUuid(), deed.aktorId, deed.aksi, deed.konsultasiId ?? null, deed.pesanId ?? null, deed.penggunaId ?? null, deed.alasan ?? null],
    tx,
  )

// The lock that the chain takes anyway, taken before looking: two reads at the same moment are written down once.
const LOCK_AUDIT = { name: 'lock_audit', text: "SELECT pg_advisory_xact_lock(hashtext('audit'))" }

const FIND_ACCESS = {
  name: 'find_access',
  text: `
    SELECT 1 FROM audit WHERE konsultasi_id = $1 AND aktor_id = $2 AND aksi = 'konsultasi.dibaca'
       AND alasan IS NOT DISTINCT FROM $3::text AND pada > now() - interval '${AKSES_MINUTES} minutes'`,
}

/** Writes down that an admin reads a konsultasi: once for each admin, konsultasi, alasan and 15 minutes. */
export async function recordAccess(adminId: string, konsultasiId: string, alasan: string | null): Promise<void> {
  if ((await query(FIND_ACCESS, [konsultasiId, adminId, alasan])).length > 0) return
  await transaction(async (tx) => {
    await query(LOCK_AUDIT, [], tx)
    const [known] = await query(FIND_ACCESS, [konsultasiId, adminId, alasan], tx)
    if (!known) await insertAudit({ aktorId: adminId, aksi: 'konsultasi.dibaca', konsultasiId, alasan }, tx)
  })
}
