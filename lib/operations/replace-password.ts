import { setPassword } from '@/lib/data/atur-ulang-sandi'
import { insertAudit } from '@/lib/data/audit'
import type { Ended } from '@/lib/data/sesi'
import type { Transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import { endAccess } from './end-access'

/** Puts a new password (`hash`) in the place of the old. Whoever knew the old one is out, but for the session `kept`. */
export async function replacePassword(
  owner: Pick<Actor, 'id' | 'alamat'>,
  hash: string,
  tx: Transaction,
  kept: string | null = null,
): Promise<Ended[]> {
  await setPassword(owner.id, hash, tx)
  await insertAudit({ aktor: owner, aksi: 'pengguna.sandi', penggunaId: owner.id }, tx)
  return endAccess(owner.id, tx, kept)
}
