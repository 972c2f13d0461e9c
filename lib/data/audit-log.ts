import type { Aksi } from '@/lib/domain/audit'
import { query } from './sql'
import { iso } from './times'

/** A row of the audit log with the names that a reader needs. Ids are plain UUIDs, times ISO 8601. */
export interface AuditRow {
  readonly nomor: number
  readonly id: string
  readonly pada: string
  readonly aktor_id: string | null
  readonly aktor_nama: string | null
  readonly aksi: Aksi
  readonly konsultasi_id: string | null
  readonly pasien_nama: string | null
  readonly dokter_nama: string | null
  readonly pesan_id: string | null
  readonly pengguna_id: string | null
  readonly pengguna_nama: string | null
  readonly alasan: string | null
  readonly alamat: string | null
}

export interface AuditFilter {
  readonly aktorId: string | null
  readonly aksi: Aksi | null
  readonly konsultasiId: string | null
  /** Only rows before this number. */
  readonly before: number | null
  readonly limit: number
}

// By number and not by time: the number is the order of the chain, and the time is that of a transaction's beginning.
// Not a prepared statement's generic plan: which index serves it depends on which filters are there.
const LIST_AUDIT = (filter: AuditFilter) => ({
  name: `list_audit_${filter.aktorId ? 'a' : ''}${filter.konsultasiId ? 'k' : ''}${filter.aksi ? 's' : ''}`,
  text: `
    SELECT a.nomor, a.id, ${iso('a.pada')} AS pada, a.aktor_id, aktor.nama AS aktor_nama, a.aksi, a.konsultasi_id, pasien.nama AS pasien_nama,
           dokter.nama AS dokter_nama, a.pesan_id, a.pengguna_id, sasaran.nama AS pengguna_nama, a.alasan, a.alamat
      FROM audit a
      LEFT JOIN pengguna aktor ON aktor.id = a.aktor_id
      LEFT JOIN pengguna sasaran ON sasaran.id = a.pengguna_id
      LEFT JOIN konsultasi k ON k.id = a.konsultasi_id
      LEFT JOIN pengguna pasien ON pasien.id = k.pasien_id
      LEFT JOIN pengguna dokter ON dokter.id = k.dokter_id
     WHERE a.nomor < coalesce($1::bigint, 9007199254740991)
       AND ${filter.aktorId ? 'a.aktor_id = $2::uuid' : '$2::uuid IS NULL'}
       AND ${filter.konsultasiId ? 'a.konsultasi_id = $3::uuid' : '$3::uuid IS NULL'}
       AND ${filter.aksi ? 'a.aksi = $4::text' : '$4::text IS NULL'}
     ORDER BY a.nomor DESC
     LIMIT $5`,
})

/** The audit log, what was written last first. */
export const listAuditRows = (filter: AuditFilter): Promise<AuditRow[]> =>
  query<AuditRow>(LIST_AUDIT(filter), [filter.before, filter.aktorId, filter.konsultasiId, filter.aksi, filter.limit])

// The pages' question before they show anything of a konsultasi: has this admin said why, and not long ago?
const FIND_REASON = {
  name: 'find_reason',
  text: `
    SELECT alasan, ${iso('pada')} AS pada FROM audit
     WHERE konsultasi_id = $1 AND aktor_id = $2 AND aksi = 'konsultasi.dibaca' AND alasan IS NOT NULL
       AND pada > now() - make_interval(mins => $3)
     ORDER BY nomor DESC LIMIT 1`,
}

/** The reason that an admin gave last for reading this konsultasi within so many minutes, and when; null without one. */
export async function findReason(adminId: string, konsultasiId: string, minutes: number): Promise<{ alasan: string; pada: string } | null> {
  const [row] = await query<{ alasan: string; pada: string }>(FIND_REASON, [konsultasiId, adminId, minutes])
  return row ?? null
}
