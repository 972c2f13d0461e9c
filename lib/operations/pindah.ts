import { countBooking } from '@/lib/auth/activity-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { movePendingTo } from '@/lib/data/alih'
import { insertAudit } from '@/lib/data/audit'
import { findBookable } from '@/lib/data/dokter'
import { addJob } from '@/lib/data/jobs'
import { findKonsultasiFor, hasOpenKonsultasi, profilIdOf } from '@/lib/data/konsultasi'
import { readKonsultasiRow } from '@/lib/data/konsultasi-row'
import { expiresSeconds, tellOfBooking } from '@/lib/data/pengajuan'
import { transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import type { Bahasa } from '@/lib/domain/bahasa'
import { uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canMoveAnyPending, canMovePending } from '@/lib/policy/konsultasi'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'
import { publishMoved } from '@/lib/realtime/publish'

/**
 * Its pasien lets a pending konsultasi wait for another dokter; it keeps its place in time. Of this, of accepting, withdrawing and expiring at the same
 * moment exactly one wins.
 * @throws Refusal `not_found`, `forbidden`, `invalid_transition`, `konsultasi_exists`, `dokter_unavailable`, `validation_failed` on `dokter_id`, `rate_limited`
 */
export async function movePending(actor: Actor, id: string, dokterId: string, bahasa?: Bahasa): Promise<KonsultasiView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canMovePending(actor, konsultasi))
  return move(actor, konsultasi, dokterId, null, bahasa)
}

/** The same by an admin, who says why: it is written down, and shown to nobody but those who read the log. @throws Refusal the same */
export async function movePendingFor(actor: Actor, id: string, dokterId: string, alasan: string, bahasa?: Bahasa): Promise<KonsultasiView> {
  allow(canMoveAnyPending(actor))
  return move(actor, await findKonsultasiFor(actor, id), dokterId, alasan, bahasa)
}

async function move(actor: Actor, k: KonsultasiHead, dokterId: string, alasan: string | null, bahasa?: Bahasa): Promise<KonsultasiView> {
  if (k.status !== 'pending') throw new Refusal('invalid_transition')
  const ke = uuidOf('pengguna', dokterId)
  if (!ke || ke === k.dokterId) throw invalidField('dokter_id', 'dokter')
  if (alasan === null) await countBooking(actor, ke)
  try {
    const { moved, row } = await transaction(async (tx) => {
      await holdOwnAccount(actor, tx)
      const dokter = await findBookable(ke, tx)
      if (!dokter) throw invalidField('dokter_id', 'dokter')
      if (await hasOpenKonsultasi(await profilIdOf(k.id, tx), ke, tx)) throw new Refusal('konsultasi_exists')
      if (!dokter.tersedia) throw new Refusal('dokter_unavailable')
      const moved = await movePendingTo(k, ke, expiresSeconds(), tx)
      if (!moved) throw new Refusal('invalid_transition')
      await insertAudit({ aktor: actor, aksi: 'konsultasi.dipindah', konsultasiId: k.id, penggunaId: ke, alasan }, tx)
      await tellOfBooking(moved, tx)
      if (alasan !== null) await addJob(tx, 'kabari_konsultasi', { konsultasi_id: k.id, pengguna_id: k.pasienId, jenis: 'konsultasi' })
      return { moved, row: await readKonsultasiRow(moved.id, actor.id, tx, alasan === null) }
    })
    publishMoved(moved, k.dokterId)
    return presentKonsultasi(actor, row, bahasa)
  } catch (error) {
    if (isTaken(error, 'konsultasi_terbuka')) throw new Refusal('konsultasi_exists')
    throw error
  }
}
