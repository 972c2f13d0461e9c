import type { KonsultasiView, ListKonsultasi } from '@/lib/contract/konsultasi'
import { recordAccess } from '@/lib/data/audit'
import { findReason } from '@/lib/data/audit-log'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { listKonsultasiPlaces } from '@/lib/data/konsultasi-list'
import { openKonsultasiFor, readKonsultasiPeople, readKonsultasiRows } from '@/lib/data/konsultasi-row'
import { AKSES_MINUTES } from '@/lib/domain/audit'
import type { Bahasa } from '@/lib/domain/bahasa'
import { toId } from '@/lib/domain/id'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canRead, canReadHead, seesUrgentFirst, visibleTo } from '@/lib/policy/konsultasi'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'
import { pageOf, type TimedPage } from '@/lib/presenters/page'

/**
 * One's own konsultasi (an admin's are all), newest activity first; those that all the filters fit. A dokter's begin with those where a sign of danger
 * was not acknowledged.
 */
export async function listKonsultasi(
  actor: Actor,
  { per_page, cursor, ...filters }: ListKonsultasi,
  bahasa?: Bahasa,
): Promise<TimedPage<KonsultasiView>> {
  const place = { after: cursor ?? null, limit: per_page + 1, mendesakDulu: seesUrgentFirst(actor) }
  const found = await listKonsultasiPlaces({ ...filters, ...visibleTo(actor), ...place })
  const { shown, pagination } = pageOf(found, per_page, ({ aktivitas_pada, id, mendesak }) => ({ pada: aktivitas_pada, id, mendesak }))
  const ids = shown.map(({ id }) => id)
  const rows = new Map((await readKonsultasiRows(ids, actor.id)).map((row) => [row.id, presentKonsultasi(actor, row, bahasa)]))
  return { data: ids.flatMap((id) => rows.get(id) ?? []), pagination }
}

/** One konsultasi. @throws Refusal `not_found`, `forbidden` */
export async function readKonsultasi(actor: Actor, id: string, alasan?: string, bahasa?: Bahasa): Promise<KonsultasiView> {
  const row = await openKonsultasiFor(actor, id)
  allow(canRead(actor, { pasienId: row.pasien_id, dokterId: row.dokter_id }))
  await recordAccess(actor, 'konsultasi', row.id, alasan)
  return presentKonsultasi(actor, row, bahasa)
}

/** What an admin may know of a konsultasi before saying why: who and how it stands, nothing of what was written. */
export interface KonsultasiHeadView {
  readonly id: string
  readonly status: StatusKonsultasi
  readonly pasien: { readonly id: string; readonly nama: string }
  readonly dokter: { readonly id: string; readonly nama: string; readonly spesialisasi: string }
  readonly dibuat_pada: string
  /** The reason that this admin gave, and until when it opens the conversation; null without one that still holds. */
  readonly akses: { readonly alasan: string; readonly sampai: string } | null
}

/** @throws Refusal `not_found`, `forbidden` */
export async function readKonsultasiHead(actor: Actor, id: string): Promise<KonsultasiHeadView> {
  allow(canReadHead(actor))
  const konsultasi = await findKonsultasiFor(actor, id)
  const [row, reason] = await Promise.all([readKonsultasiPeople(konsultasi.id), findReason(actor.id, konsultasi.id, AKSES_MINUTES)])
  return {
    id,
    status: row.status,
    pasien: { id: toId('pengguna', row.pasien_id), nama: row.pasien_nama },
    dokter: { id: toId('pengguna', row.dokter_id), nama: row.dokter_nama, spesialisasi: row.spesialisasi },
    dibuat_pada: row.dibuat_pada,
    akses: reason && { alasan: reason.alasan, sampai: after(reason.pada, AKSES_MINUTES) },
  }
}

const after = (iso: string, minutes: number): string => new Date(Date.parse(iso) + minutes * 60_000).toISOString()
