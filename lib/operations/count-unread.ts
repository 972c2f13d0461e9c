import type { UnreadTotal } from '@/lib/contract/kabar'
import { type AllUnread, countAllUnread } from '@/lib/data/kabar'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canBeTold } from '@/lib/policy/kabar'

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
