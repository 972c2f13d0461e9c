import type { UnreadTotal } from '@/lib/contract/kabar'
import { countAllUnread } from '@/lib/data/kabar'
import type { Actor } from '@/lib/domain/pengguna'

/** What this person has not read, in all their konsultasi together; 0 for an admin. */
export const countUnreadOf = (actor: Actor): Promise<UnreadTotal> => countAllUnread(actor.id)
