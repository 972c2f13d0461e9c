import type { UnreadTotal } from '@/lib/contract/kabar'
import { type AllUnread, countAllUnread } from '@/lib/data/kabar'
import type { ReadBeside } from '@/lib/data/sesi'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canBeTold } from '@/lib/policy/kabar'
import { hasMeja, isParticipant } from '@/lib/policy/konsultasi'

/** What this person has not read, in all their konsultasi together, and whether a reminder of theirs rings. @throws Refusal `forbidden` */
export async function countUnreadOf(actor: Actor): Promise<UnreadTotal> {
  allow(canBeTold(actor))
  return tellUnread(actor, await countAllUnread(actor.id))
}

/** The same, where it was counted together with the session. @throws Refusal `forbidden` */
export function tellUnread(actor: Actor, { pengingat, ...unread }: AllUnread): UnreadTotal {
  allow(canBeTold(actor))
  return pengingat === null ? unread : { ...unread, pengingat }
}

type People = Pick<KonsultasiHead, 'pasienId' | 'dokterId'>

/**
 * What was read beside a conversation, as far as there is anything to tell: only a dokter has a desk. An admin, and who reads what was handed over to
 * them, hear of nothing: what is news elsewhere must not be written down as a reading of this one.
 */
export const tellBeside = (
  actor: Actor,
  konsultasi: People,
  { kabar, meja }: Partial<ReadBeside>,
): { kabar?: UnreadTotal; meja?: string } =>
  isParticipant(actor, konsultasi) ? { ...(kabar && { kabar: tellUnread(actor, kabar) }), ...(meja && hasMeja(actor) && { meja }) } : {}
