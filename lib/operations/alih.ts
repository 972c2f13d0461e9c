import { countBooking } from '@/lib/auth/activity-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import type { AlihView, ProposeAlih } from '@/lib/contract/alih'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { answerAlih, findWaitingAlih, goOnAfterAlih, handOver, insertAlih } from '@/lib/data/alih'
import { raiseBahaya } from '@/lib/data/bahaya'
import { findBookable } from '@/lib/data/dokter'
import { addJob } from '@/lib/data/jobs'
import { findKonsultasiFor, hasOpenKonsultasi, insertKonsultasi, moveKonsultasi, profilIdOf } from '@/lib/data/konsultasi'
import { readKonsultasiRow } from '@/lib/data/konsultasi-row'
import { lockKonsultasi } from '@/lib/data/mark-pesan'
import { expireLater, expiresSeconds, tellOfBooking } from '@/lib/data/pengajuan'
import { type Transaction, transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import type { Bahasa } from '@/lib/domain/bahasa'
import { newUuid, uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { ATURAN } from '@/lib/domain/triase/aturan'
import { allow } from '@/lib/policy/allow'
import { canAnswerAlih, canProposeAlih } from '@/lib/policy/konsultasi'
import { presentAlih, presentKonsultasi } from '@/lib/presenters/konsultasi'
import { publishKonsultasi } from '@/lib/realtime/publish'

/**
 * Its dokter proposes that another one goes on, and says what they need to know; the pasien is told, and decides. One proposal waits at a time.
 * @throws Refusal `not_found`, `forbidden`, `konsultasi_not_active`, `invalid_transition`, `konsultasi_exists`, `dokter_unavailable`, `validation_failed` on
 * `dokter_id`, `rate_limited`
 */
export async function proposeAlih(actor: Actor, id: string, { dokter_id, ...isi }: ProposeAlih): Promise<AlihView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canProposeAlih(actor, konsultasi))
  if (konsultasi.status !== 'active') throw new Refusal('konsultasi_not_active')
  const ke = uuidOf('pengguna', dokter_id)
  if (!ke || ke === actor.id) throw invalidField('dokter_id', 'dokter')
  await countBooking(actor, ke)
  const { proposed, alih } = await transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    await findFree(ke, await profilIdOf(konsultasi.id, tx), tx)
    const proposed = await insertOnly({ id: newUuid(), konsultasiId: konsultasi.id, dari: actor.id, ke, isi }, tx)
    if (!proposed) throw new Refusal('konsultasi_not_active')
    await addJob(tx, 'kabari_konsultasi', { konsultasi_id: proposed.id, pengguna_id: proposed.pasienId, jenis: 'konsultasi' })
    return { proposed, alih: (await readKonsultasiRow(proposed.id, actor.id, tx)).alih }
  })
  publishKonsultasi(proposed)
  if (!alih) throw new Error('it was just proposed')
  return presentAlih(alih)
}

async function insertOnly(alih: Parameters<typeof insertAlih>[0], tx: Transaction): Promise<KonsultasiHead | null> {
  try {
    return await insertAlih(alih, tx)
  } catch (error) {
    if (isTaken(error, 'alih_menunggu')) throw new Refusal('invalid_transition')
    throw error
  }
}

/** The dokter who is to go on, held: they can be booked, take somebody now, and treat this profil not yet. */
async function findFree(dokterId: string, profilId: string, tx: Transaction) {
  const dokter = await findBookable(dokterId, tx)
  if (!dokter) throw invalidField('dokter_id', 'dokter')
  if (await hasOpenKonsultasi(profilId, dokterId, tx)) throw new Refusal('konsultasi_exists')
  if (!dokter.tersedia) throw new Refusal('dokter_unavailable')
  return dokter
}

/**
 * Its pasien agrees: this konsultasi is completed, and a new one that goes on from it waits for the other dokter, who may read this one. Both or neither.
 * @throws Refusal `not_found`, `forbidden`, `invalid_transition`, `konsultasi_exists`, `dokter_unavailable`
 */
export async function agreeToAlih(actor: Actor, id: string, bahasa?: Bahasa): Promise<KonsultasiView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canAnswerAlih(actor, konsultasi))
  try {
    const { moved, begun, row } = await transaction(async (tx) => {
      await holdOwnAccount(actor, tx)
      const waiting = await findWaitingAlih(konsultasi.id, tx)
      if (!waiting) throw new Refusal('invalid_transition')
      const dokter = await findFree(waiting.ke_dokter_id, await profilIdOf(konsultasi.id, tx), tx).catch(asUnavailable)
      const catatanPenutup = `Dialihkan kepada ${dokter.nama} (${dokter.spesialisasi}) dengan persetujuan pasien.`
      const moved = await moveKonsultasi(konsultasi, { from: 'active', to: 'completed', catatanPenutup }, expiresSeconds(), tx)
      if (!moved) throw new Refusal('invalid_transition')
      const begun = await begin(moved, waiting.ke_dokter_id, tx)
      if (!(await answerAlih(waiting.id, 'setuju', begun.id, tx))) throw new Refusal('invalid_transition')
      return { moved, begun, row: await readKonsultasiRow(moved.id, actor.id, tx) }
    })
    publishKonsultasi(moved)
    publishKonsultasi(begun)
    return presentKonsultasi(actor, row, bahasa)
  } catch (error) {
    if (isTaken(error, 'konsultasi_terbuka')) throw new Refusal('konsultasi_exists')
    throw error
  }
}

/** Nobody named a dokter here: whoever cannot be booked any more takes none. */
function asUnavailable(error: unknown): never {
  if (error instanceof Refusal && error.code === 'validation_failed') throw new Refusal('dokter_unavailable')
  throw error
}

/** What goes on: with what was asked and answered, and with each sign of danger that nobody acknowledged. */
async function begin(ended: KonsultasiHead, dokterId: string, tx: Transaction): Promise<KonsultasiHead> {
  const { keluhan, profil_id, bagikan_riwayat, triase, bahaya } = await handOver(ended.id, dokterId, tx)
  const k = { id: newUuid(), pasienId: ended.pasienId, dokterId, keluhan, profilId: profil_id, lanjutanDari: ended.id, triase }
  const inserted = await insertKonsultasi({ ...k, bagikanRiwayat: bagikan_riwayat }, tx)
  const found = ATURAN.filter(({ kode }) => bahaya.includes(kode))
  const raised = await raiseBahaya(k.id, { asal: 'keluhan', pesanId: null, found }, tx)
  await expireLater(tx)
  await tellOfBooking(inserted, tx)
  return raised ?? inserted
}

/** Its pasien would rather stay: the konsultasi goes on as it was. @throws Refusal `not_found`, `forbidden`, `invalid_transition` */
export async function declineAlih(actor: Actor, id: string, bahasa?: Bahasa): Promise<KonsultasiView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canAnswerAlih(actor, konsultasi))
  const { kept, row } = await transaction(async (tx) => {
    await lockKonsultasi(konsultasi.id, tx)
    const waiting = await findWaitingAlih(konsultasi.id, tx)
    const kept = waiting && (await answerAlih(waiting.id, 'tolak', null, tx)) ? await goOnAfterAlih(konsultasi.id, tx) : null
    if (!kept) throw new Refusal('invalid_transition')
    return { kept, row: await readKonsultasiRow(kept.id, actor.id, tx) }
  })
  publishKonsultasi(kept)
  return presentKonsultasi(actor, row, bahasa)
}
