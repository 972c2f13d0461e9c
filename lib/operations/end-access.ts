import { forgetResets } from '@/lib/data/atur-ulang-sandi'
import { forgetEmailChanges } from '@/lib/data/konfirmasi-email'
import { deleteSesiOf, type Ended } from '@/lib/data/sesi'
import type { Transaction } from '@/lib/data/sql'

/**
 * Whoever is in an account (held until the end of the transaction) is out, and stays out: every session ends but for `kept`, and letters that
 * were asked for before, to another address or for another password, are worth nothing any more: they would come alive with the account.
 * One's own address can still be confirmed.
 */
export async function endAccess(penggunaId: string, tx: Transaction, kept: string | null = null): Promise<Ended[]> {
  await forgetEmailChanges(penggunaId, tx)
  await forgetResets(penggunaId, tx)
  return deleteSesiOf(penggunaId, tx, kept)
}
