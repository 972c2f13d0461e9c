import type { DokterVerifikasiView } from '@/lib/contract/pengguna'
import { type AuditRow, listAuditRows } from '@/lib/data/audit-log'
import { findBerkas, listDokterNames } from '@/lib/data/dokter'
import { KEPUTUSAN_DOKTER } from '@/lib/domain/audit'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canVerifyDokter } from '@/lib/policy/pengguna'
import { presentBerkas } from '@/lib/presenters/dokter'

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
