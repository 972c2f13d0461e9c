import type { BePresent, KehadiranView } from '@/lib/contract/kabar'
import { addJob, kabariKey } from '@/lib/data/jobs'
import { markAway, markLooking, markPresent, readKehadiran } from '@/lib/data/kehadiran'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { KABAR_DELAY_MS } from '@/lib/domain/kabar'
import { otherThan } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canBeTold } from '@/lib/policy/kabar'
import { canBeBefore, canSeeKehadiran, isParticipant } from '@/lib/policy/konsultasi'

/**
 * A page says that it is on a screen, or (`terlihat: false`) no longer, and hears when the other side of its konsultasi was last here.
 * Who has a konsultasi before them is not told of its pesan by push.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function bePresent(actor: Actor, { konsultasi_id, terlihat }: BePresent): Promise<KehadiranView> {
  allow(canBeTold(actor))
  const konsultasi = konsultasi_id ? await findKonsultasiFor(actor, konsultasi_id) : null
  if (konsultasi) allow(canBeBefore(actor, konsultasi))
  if (terlihat) await markPresent(actor.id)
  // Whom it was handed over to is told of nothing in it.
  const isOwn = konsultasi !== null && isParticipant(actor, konsultasi)
  if (isOwn) await (terlihat ? markLooking(actor.sesiId, konsultasi.id) : lookAway(actor, konsultasi.id))
  return {
    lawan_aktif_pada: konsultasi && canSeeKehadiran(actor, konsultasi) ? await readKehadiran(otherThan(konsultasi, actor.id)) : null,
  }
}

/** What was on the screen and not read is told now. */
async function lookAway(actor: Actor, konsultasiId: string) {
  await markAway(actor.sesiId, konsultasiId)
  const who = { konsultasi_id: konsultasiId, pengguna_id: actor.id }
  await addJob(null, 'kabari', who, { after: KABAR_DELAY_MS / 1000, key: kabariKey(who) })
}
