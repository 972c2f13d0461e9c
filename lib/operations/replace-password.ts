import { forgetResets, setPassword } from '@/lib/data/atur-ulang-sandi'
import { insertAudit } from '@/lib/data/audit'
import { forgetEmailChanges } from '@/lib/data/konfirmasi-email'
import { deleteSesiOf, type Ended } from '@/lib/data/sesi'
import type { Transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'

/**
 * Puts a new password (`hash`) in the place of the old. Whoever knew the old one is out: every session ends but for `kept`, and letters that
 * were asked for with it, to another address or for another password, are worth nothing any more.
 */
export async function replacePassword(
  owner: Pick<Actor, 'id' | 'alamat'>,
  hash: string,
  tx: Transaction,
  kept: string | null = null,
): Promise<Ended[]> {
  await setPassword(owner.id, hash, tx)
  await forgetEmailChanges(owner.id, tx)
  await forgetResets(owner.id, tx)
  await insertAudit({ aktor: owner, aksi: 'pengguna.sandi', penggunaId: owner.id }, tx)
  return deleteSesiOf(owner.id, tx, kept)
}
