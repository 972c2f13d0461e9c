import { countMarking } from '@/lib/auth/activity-limit'
import type { MarkKonsultasi, PenandaView } from '@/lib/contract/penanda'
import { addJob } from '@/lib/data/jobs'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { keepPenanda, takeReminders } from '@/lib/data/penanda'
import { transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canMark } from '@/lib/policy/konsultasi'
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

/** Rings what is due: a push to each browser of its dokter, and a hint to their open pages. Any instance may: each rings once. @returns how many did */
export async function ringReminders(): Promise<number> {
  const due = await transaction(async (tx) => {
    const due = await takeReminders(tx)
    for (const { id, dokterId } of due)
      await addJob(tx, 'kabari_konsultasi', { konsultasi_id: id, pengguna_id: dokterId, jenis: 'pengingat' })
    return due
  })
  for (const konsultasi of due) publishToDokter(konsultasi)
  return due.length
}
