import type { AuditFilters } from '@/lib/contract/admin'
import { insertAudit } from '@/lib/data/audit'
import { type AuditFilter, type AuditRow, listAuditRows } from '@/lib/data/audit-log'
import { aside, transaction } from '@/lib/data/sql'
import { csvRecord, UTF8_BOM } from '@/lib/domain/csv'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { auditFilterOf } from './list-audit'

/** Rows that are read at a time: the log is never in memory as a whole. */
const ROWS = 500

const COLUMNS = [
  'nomor',
  'id',
  'pada',
  'aktor_id',
  'aktor',
  'aksi',
  'konsultasi_id',
  'pasien',
  'dokter',
  'pesan_id',
  'pengguna_id',
  'pengguna',
  'alasan',
  'alamat',
  'rincian',
  'hash',
]

/**
 * The rows of the log that `listAudit` would give, newest first, as pieces of a CSV file with the hash of each. That it was taken out is written
 * down before anything leaves, so that its own row is the first of an unfiltered file.
 * @throws Refusal as `auditFilterOf`
 */
export async function exportAudit(actor: Actor, filters: AuditFilters): Promise<AsyncGenerator<string>> {
  const filter = await auditFilterOf(actor, filters)
  const { konsultasiId = null, penggunaId = null } = filter
  await transaction((tx) => insertAudit({ aktor: actor, aksi: 'audit.diekspor', konsultasiId, penggunaId }, tx))
  return piecesOf(filter, await readRows(filter, null))
}

/** The first rows are asked for before the answer begins: a database that is away is a refusal then, and no file that ends early. */
async function* piecesOf(filter: AuditFilter, first: AuditRow[]): AsyncGenerator<string> {
  yield UTF8_BOM + csvRecord(COLUMNS)
  for (let rows = first; rows.length > 0; ) {
    yield rows.map(recordOf).join('')
    const before = rows.length < ROWS ? null : (rows.at(-1)?.nomor ?? null)
    rows = before === null ? [] : await readRows(filter, before)
  }
}

const readRows = (filter: AuditFilter, before: number | null) => aside(() => listAuditRows({ ...filter, before, limit: ROWS }))

const recordOf = (row: AuditRow): string =>
  csvRecord([
    row.nomor,
    toId('audit', row.id),
    row.pada,
    row.aktor_id && toId('pengguna', row.aktor_id),
    row.aktor_nama,
    row.aksi,
    row.konsultasi_id && toId('konsultasi', row.konsultasi_id),
    row.pasien_nama,
    row.dokter_nama,
    row.pesan_id && toId('pesan', row.pesan_id),
    row.pengguna_id && toId('pengguna', row.pengguna_id),
    row.pengguna_nama,
    row.alasan,
    row.alamat,
    row.rincian && JSON.stringify(row.rincian),
    row.hash,
  ])
