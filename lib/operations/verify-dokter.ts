import type { DokterVerifikasiView, ListDokterVerifikasi, VerifyDokter } from '@/lib/contract/pengguna'
import { insertAudit } from '@/lib/data/audit'
import { type AuditRow, listAuditRows } from '@/lib/data/audit-log'
import { decideDokter, findBerkas, listBerkas, listDokterNames } from '@/lib/data/dokter'
import { addJob } from '@/lib/data/jobs'
import { transaction } from '@/lib/data/sql'
import { KEPUTUSAN_DOKTER } from '@/lib/domain/audit'
import { newUuid, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canVerifyDokter } from '@/lib/policy/pengguna'
import { presentBerkas } from '@/lib/presenters/dokter'
import { pageOf, type TimedPage } from '@/lib/presenters/page'

/**
 * Dokter as the admin who verifies sees them, those who registered last first; without those who closed their account: nothing is to be decided.
 * @throws Refusal `forbidden`
 */
export async function listDokterVerifikasi(
  actor: Actor,
  { status, sip, per_page, cursor }: ListDokterVerifikasi,
): Promise<TimedPage<DokterVerifikasiView>> {
  allow(canVerifyDokter(actor))
  const [found, names] = await Promise.all([
    listBerkas({ status: status ?? null, sip: sip ?? null, after: cursor ?? null, limit: per_page + 1 }),
    listDokterNames(),
  ])
  const { shown, pagination } = pageOf(found, per_page, ({ dibuat_pada, id }) => ({ pada: dibuat_pada, id }))
  return { data: presentBerkas(shown, names), pagination }
}

/** One decision about the verification of a dokter. `oleh` is null for what the system did by itself. */
export interface Keputusan {
  readonly id: string
  readonly pada: string
  readonly oleh: string | null
  readonly disetujui: boolean
  readonly alasan: string | null
  /** Until when the SIP counted from then on, null when that was not known; undefined for decisions from before that was written down. */
  readonly sip: string | null | undefined
}

/** A dokter with their papers, and what was ever decided about them, the newest 100 first. */
export interface DokterBerkas {
  readonly dokter: DokterVerifikasiView
  readonly riwayat: readonly Keputusan[]
}

const RIWAYAT_MAX = 100

/** @throws Refusal `forbidden`, `not_found` also for somebody who is no dokter */
export async function readDokterBerkas(actor: Actor, id: string): Promise<DokterBerkas> {
  allow(canVerifyDokter(actor))
  const dokterId = uuidOf('pengguna', id)
  const found = dokterId && (await findBerkas(dokterId))
  if (!found) throw new Refusal('not_found')
  const filter = { penggunaId: found.id, aksi: KEPUTUSAN_DOKTER, before: null, limit: RIWAYAT_MAX }
  const [names, rows] = await Promise.all([listDokterNames(), listAuditRows(filter)])
  const [dokter] = presentBerkas([found], names)
  return { dokter: dokter as DokterVerifikasiView, riwayat: rows.map(present) }
}

const present = ({ id, pada, aktor_nama, aksi, alasan, rincian }: AuditRow): Keputusan => ({
  id,
  pada,
  oleh: aktor_nama,
  disetujui: aksi === 'dokter.diverifikasi',
  alasan,
  sip: rincian?.sip_berlaku_sampai,
})

/**
 * An admin verifies a dokter, or refuses (or withdraws) verification with a reason; it counts from the dokter's very next request, and is
 * told to them by mail. `sip_berlaku_sampai` is kept when it is given (null means that it is not known), and how it stands then is
 * written down with the decision.
 * @throws Refusal `forbidden`, `validation_failed` on `alasan`, `not_found`
 */
export async function verifyDokter(
  actor: Actor,
  id: string,
  { disetujui, alasan, sip_berlaku_sampai: sip }: VerifyDokter,
): Promise<DokterVerifikasiView> {
  allow(canVerifyDokter(actor))
  if (!disetujui && !alasan) throw invalidField('alasan', 'alasan')
  const dokterId = uuidOf('pengguna', id)
  if (!dokterId) throw new Refusal('not_found')
  const found = await findBerkas(dokterId)
  if (!found) throw new Refusal('not_found')
  const names = await listDokterNames()
  // Nothing is read after the commit: what has happened must not end in an error.
  return transaction(async (tx) => {
    const decision = { status: disetujui ? 'terverifikasi' : 'ditolak', alasan: alasan || null } as const
    const decided = await decideDokter(dokterId, { ...decision, oleh: actor.id, sip }, tx)
    if (!decided) throw new Refusal('not_found')
    const { sip_berlaku_sampai } = decided
    const aksi = disetujui ? 'dokter.diverifikasi' : 'dokter.ditolak'
    await insertAudit({ aktor: actor, aksi, penggunaId: dokterId, alasan: alasan || null, rincian: { sip_berlaku_sampai } }, tx)
    await addJob(tx, 'surat_keputusan', { pengguna_id: dokterId, surat_id: newUuid() })
    const [dokter] = presentBerkas([{ ...found, ...decided, alasan: decision.alasan, status_verifikasi: decision.status }], names)
    return dokter as DokterVerifikasiView
  })
}
