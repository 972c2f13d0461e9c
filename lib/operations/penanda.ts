import { countMarking } from '@/lib/auth/activity-limit'
import type { DeringView, MarkKonsultasi, PenandaView } from '@/lib/contract/penanda'
import { addJob, pushQueue } from '@/lib/data/jobs'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { listLivingLangganan } from '@/lib/data/langganan-push'
import { keepPenanda, ringDue, takeOneRinging, takeRinging } from '@/lib/data/penanda'
import { transaction } from '@/lib/data/sql'
import { toId } from '@/lib/domain/id'
import { DERING_MS } from '@/lib/domain/penanda'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canMark, hasMeja } from '@/lib/policy/konsultasi'
import { publishToDokter } from '@/lib/realtime/publish'

/** Milliseconds after the moment asked for: clocks count in milliseconds, and a look that comes one of them early would find nothing. */
const RING_AFTER_MS = 50

/**
 * Its dokter marks a konsultasi for themselves, whatever its status: what is given replaces, what is not stays, null empties. The reminder is written
 * down with its job, and rings once.
 * @throws Refusal `not_found`, `forbidden`, `rate_limited`
 */
export async function markKonsultasi(actor: Actor, id: string, given: MarkKonsultasi): Promise<PenandaView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canMark(actor, konsultasi))
  await countMarking(actor)
  const { ingatkan_pada, catatan_pribadi, disematkan, belum_dibaca } = given
  const change = {
    disematkan: disematkan === null ? false : disematkan,
    belum_dibaca: belum_dibaca === null ? false : belum_dibaca,
    ingatkan_pada,
    catatan_pribadi: catatan_pribadi === '' ? null : catatan_pribadi,
  }
  const penanda = await transaction(async (tx) => {
    if (ingatkan_pada) await addJob(tx, 'ingatkan_penanda', {}, { at: new Date(Date.parse(ingatkan_pada) + RING_AFTER_MS) })
    return keepPenanda(konsultasi.id, actor.id, change, tx)
  })
  publishToDokter(konsultasi)
  return penanda
}

/**
 * Lets ring what is due: a hint goes to the open pages of its dokter, one of which takes it; what none has taken is told by push. Any instance may:
 * each rings once. @returns how many do
 */
export async function ringReminders(): Promise<number> {
  const ringing = await transaction(async (tx) => {
    const ringing = await ringDue(tx)
    for (const { konsultasi, isHere } of ringing) {
      const whom = { konsultasi_id: konsultasi.id, pengguna_id: konsultasi.dokterId }
      await addJob(tx, 'dering_penanda', whom, { after: isHere ? DERING_MS / 1000 : 0 })
    }
    return ringing
  })
  for (const { konsultasi } of ringing) publishToDokter(konsultasi)
  return ringing.length
}

/** Gives a page of this dokter all that rings for them, and no other page again. @throws Refusal `forbidden` */
export async function takeReminders(actor: Actor): Promise<DeringView[]> {
  allow(hasMeja(actor))
  const taken = await takeRinging(actor.id)
  return taken.map(({ id, nama, pada }) => ({ konsultasi_id: toId('konsultasi', id), nama, pada }))
}

/** Pushes a reminder that no page has taken. Without a browser to push to it goes on ringing, for the next page of theirs. Ids are plain UUIDs. */
export async function pushReminder(konsultasiId: string, penggunaId: string): Promise<void> {
  await transaction(async (tx) => {
    const browsers = await listLivingLangganan(penggunaId, tx)
    if (browsers.length === 0 || !(await takeOneRinging(konsultasiId, penggunaId, tx))) return
    const what = { konsultasi_id: konsultasiId, jenis: 'pengingat' } as const
    for (const langganan_id of browsers) await addJob(tx, 'kirim_push', { ...what, langganan_id }, { queue: pushQueue(penggunaId) })
  })
}
