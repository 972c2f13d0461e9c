import type { Ringkasan } from '@/lib/contract/dokumen'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { hasRingkasan } from '@/lib/data/dokumen'
import { addJob } from '@/lib/data/jobs'
import { expireBooked, findKonsultasiFor, type Move, moveKonsultasi } from '@/lib/data/konsultasi'
import { readKonsultasiRow } from '@/lib/data/konsultasi-row'
import { lockKonsultasi } from '@/lib/data/mark-pesan'
import { expiresSeconds } from '@/lib/data/pengajuan'
import { type Transaction, transaction } from '@/lib/data/sql'
import type { Bahasa } from '@/lib/domain/bahasa'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canAccept, canCancel, canComplete, canReject, lacksOnlySip } from '@/lib/policy/konsultasi'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'
import { publishKonsultasi } from '@/lib/realtime/publish'
import { issueRingkasanWith, tellOfDokumen, type Written } from './issue-dokumen'

/**
 * Its dokter takes a pending konsultasi on. After the last day of their SIP they cannot, and are told that this is why; rejecting, and
 * bringing to an end what is active, they still can.
 * @throws Refusal `not_found`, `forbidden`, `invalid_transition`
 */
export const acceptKonsultasi = (actor: Actor, id: string, bahasa?: Bahasa) =>
  move(actor, id, canAccept, { from: 'pending', to: 'active' }, bahasa)

/** Its dokter declines a pending konsultasi, with a reason. @throws Refusal `not_found`, `forbidden`, `invalid_transition` */
export const rejectKonsultasi = (actor: Actor, id: string, alasan: string, bahasa?: Bahasa) =>
  move(actor, id, canReject, { from: 'pending', to: 'rejected', alasan }, bahasa)

/** Its pasien withdraws a pending konsultasi. @throws Refusal `not_found`, `forbidden`, `invalid_transition` */
export const cancelKonsultasi = (actor: Actor, id: string, alasan: string | null, bahasa?: Bahasa) =>
  move(actor, id, canCancel, { from: 'pending', to: 'cancelled', alasan }, bahasa)

/**
 * Its dokter completes an active konsultasi, with a ringkasan that is issued in the same transaction or without; no pesan comes after.
 * @throws Refusal `not_found`, `forbidden`, `invalid_transition`, `unavailable`, `validation_failed` on `ringkasan` where one is required
 */
export const completeKonsultasi = (
  actor: Actor,
  id: string,
  catatanPenutup: string,
  ringkasan: Ringkasan | null = null,
  bahasa?: Bahasa,
) => {
  const step = { from: 'active', to: 'completed', catatanPenutup } as const
  return move(actor, id, canComplete, step, bahasa, ringkasan ? withRingkasan(actor, id, ringkasan) : withoutRingkasan)
}

/** Does `end` in the transaction that issues this ringkasan. */
const withRingkasan =
  (actor: Actor, id: string, ringkasan: Ringkasan): Within =>
  async (_, end) => {
    try {
      return await issueRingkasanWith(actor, id, ringkasan, end)
    } catch (error) {
      throw error instanceof Refusal && error.code === 'konsultasi_not_active' ? new Refusal('invalid_transition') : error
    }
  }

const withoutRingkasan: Within = (k, end) =>
  transaction(async (tx) => {
    const { status } = await lockKonsultasi(k.id, tx)
    if (status !== 'active') throw new Refusal('invalid_transition')
    if (env().wajibRingkasan && !(await hasRingkasan(k.id, tx))) throw invalidField('ringkasan', 'required')
    return end(null, tx)
  })

/** Expires every konsultasi that nobody accepted in time, and tells each pasien. Any instance may run it: each konsultasi expires once. @returns how many did */
export async function expireKonsultasi(): Promise<number> {
  const expired = await transaction(async (tx) => {
    const expired = await expireBooked(expiresSeconds(), tx)
    for (const { id, pasienId } of expired)
      await addJob(tx, 'kabari_konsultasi', { konsultasi_id: id, pengguna_id: pasienId, jenis: 'konsultasi' })
    return expired
  })
  for (const konsultasi of expired) publishKonsultasi(konsultasi)
  return expired.length
}

/** Does `end` in a transaction, with what else has to happen with it. */
type Within = <Done>(k: KonsultasiHead, end: (written: Written | null, tx: Transaction) => Promise<Done>) => Promise<Done>

const alone: Within = (_, end) => transaction((tx) => end(null, tx))

async function move(
  actor: Actor,
  id: string,
  may: (actor: Actor, k: KonsultasiHead) => boolean,
  step: Move,
  bahasa?: Bahasa,
  within: Within = alone,
): Promise<KonsultasiView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(may(actor, konsultasi), may === canAccept && lacksOnlySip(actor, konsultasi) ? { messageKey: 'sip_habis' } : {})
  const { moved, row, written } = await within(konsultasi, async (written, tx) => {
    const moved = await moveAndTell(konsultasi, step, tx)
    if (!moved) throw new Refusal('invalid_transition')
    return { moved, written, row: await readKonsultasiRow(moved.id, actor.id, tx) }
  })
  if (written) tellOfDokumen(konsultasi, written)
  publishKonsultasi(moved)
  return presentKonsultasi(actor, row, bahasa)
}

/** What a dokter decides the pasien is told too, exactly when it has happened. */
async function moveAndTell(k: KonsultasiHead, step: Move, tx: Transaction): Promise<KonsultasiHead | null> {
  const moved = await moveKonsultasi(k, step, expiresSeconds(), tx)
  if (moved && step.to !== 'cancelled')
    await addJob(tx, 'kabari_konsultasi', { konsultasi_id: moved.id, pengguna_id: moved.pasienId, jenis: 'konsultasi' })
  return moved
}
