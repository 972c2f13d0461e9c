import { type AuditFilters, type AuditView, type ListAudit, writeAuditCursor } from '@/lib/contract/admin'
import { insertAudit } from '@/lib/data/audit'
import { type AuditFilter, type AuditRow, listAuditRows } from '@/lib/data/audit-log'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { findPengguna } from '@/lib/data/pengguna'
import { aside, transaction } from '@/lib/data/sql'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canReadAudit } from '@/lib/policy/audit'
import { type Columns, CSV_ROWS, csvOf } from '@/lib/presenters/csv'
import { cutPage, type TimedPage } from '@/lib/presenters/page'

/** A row of the log with the names behind its ids, for the page. */
export interface AuditEntry extends AuditView {
  readonly nama: { readonly pasien: string | null; readonly dokter: string | null; readonly pengguna: string | null }
}

/**
 * Who did, and who read, what: newest first.
 * @throws Refusal as `auditFilterOf`
 */
export async function listAudit(actor: Actor, query: ListAudit): Promise<TimedPage<AuditView>> {
  const { data, pagination } = await listAuditEntries(actor, query)
  return { data: data.map(({ nama: _, ...view }) => view), pagination }
}

/** The same with names. */
export async function listAuditEntries(actor: Actor, { per_page, cursor, ...filters }: ListAudit): Promise<TimedPage<AuditEntry>> {
  const filter = await auditFilterOf(actor, filters)
  const found = await listAuditRows({ ...filter, before: cursor ?? null, limit: per_page + 1 })
  const { shown, pagination } = cutPage(found, per_page, ({ nomor }) => writeAuditCursor(nomor))
  return { data: shown.map(present), pagination }
}

const COLUMNS: Columns<AuditRow> = [
  ['nomor', (row) => row.nomor],
  ['id', (row) => toId('audit', row.id)],
  ['pada', (row) => row.pada],
  ['aktor_id', (row) => row.aktor_id && toId('pengguna', row.aktor_id)],
  ['aktor', (row) => row.aktor_nama],
  ['aksi', (row) => row.aksi],
  ['konsultasi_id', (row) => row.konsultasi_id && toId('konsultasi', row.konsultasi_id)],
  ['pasien', (row) => row.pasien_nama],
  ['dokter', (row) => row.dokter_nama],
  ['pesan_id', (row) => row.pesan_id && toId('pesan', row.pesan_id)],
  ['pengguna_id', (row) => row.pengguna_id && toId('pengguna', row.pengguna_id)],
  ['pengguna', (row) => row.pengguna_nama],
  ['alasan', (row) => row.alasan],
  ['alamat', (row) => row.alamat],
  ['rincian', (row) => row.rincian && JSON.stringify(row.rincian)],
  ['hash', (row) => row.hash],
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
  return csvOf(COLUMNS, (after) => aside(() => listAuditRows({ ...filter, before: after?.nomor ?? null, limit: CSV_ROWS })))
}

/**
 * What a question for the log asks of the database.
 * @throws Refusal `forbidden`, `not_found` for the konsultasi, `validation_failed` on an `aktor` or `pengguna` who is nobody
 */
async function auditFilterOf(actor: Actor, { aktor, aksi, konsultasi_id, pengguna, dari, sampai }: AuditFilters): Promise<AuditFilter> {
  allow(canReadAudit(actor))
  const konsultasi = konsultasi_id === undefined ? null : await findKonsultasiFor(actor, konsultasi_id)
  return {
    aktorId: await knownPengguna('aktor', aktor),
    aksi: aksi ? [aksi] : null,
    konsultasiId: konsultasi?.id ?? null,
    penggunaId: await knownPengguna('pengguna', pengguna),
    dari: dari ?? null,
    sampai: sampai ?? null,
  }
}

async function knownPengguna(field: string, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null
  const uuid = uuidOf('pengguna', id)
  const known = uuid && (await findPengguna(uuid))
  if (!known) throw invalidField(field, 'pengguna')
  return known.id
}

const present = (row: AuditRow): AuditEntry => ({
  id: toId('audit', row.id),
  pada: row.pada,
  aktor: row.aktor_id === null ? null : { id: toId('pengguna', row.aktor_id), nama: row.aktor_nama ?? '' },
  aksi: row.aksi,
  ...(row.konsultasi_id !== null && { konsultasi_id: toId('konsultasi', row.konsultasi_id) }),
  ...(row.pesan_id !== null && { pesan_id: toId('pesan', row.pesan_id) }),
  ...(row.pengguna_id !== null && { pengguna_id: toId('pengguna', row.pengguna_id) }),
  ...(row.alasan !== null && { alasan: row.alasan }),
  ...(row.alamat !== null && { alamat: row.alamat }),
  ...row.rincian,
  nama: { pasien: row.pasien_nama, dokter: row.dokter_nama, pengguna: row.pengguna_nama },
})
