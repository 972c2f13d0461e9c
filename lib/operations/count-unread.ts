import type { UnreadTotal } from '@/lib/contract/kabar'
import { countAllUnread } from '@/lib/data/kabar'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canBeTold } from '@/lib/policy/kabar'

/** What this person has not read, in all their konsultasi together. @throws Refusal `forbidden` */
export async function countUnreadOf(actor: Actor): Promise<UnreadTotal> {
  allow(canBeTold(actor))
  return countAllUnread(actor.id)
}
