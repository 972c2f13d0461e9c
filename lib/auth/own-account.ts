import { lockPengguna } from '@/lib/data/pengguna'
import { isSesi } from '@/lib/data/sesi'
import type { Transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'

/**
 * Holds one's own account until the end of the transaction, and asks once more whether this session lives: between the request and here it may
 * have ended by a new password, a suspension or the account's closing. All of those hold the account too, so that none comes in between.
 * @throws Refusal `unauthenticated`
 */
export async function holdOwnAccount(actor: Actor, tx: Transaction): Promise<void> {
  await lockPengguna(actor.id, tx)
  if (!(await isSesi(actor.sesiId, tx))) throw new Refusal('unauthenticated')
}
