import { query, type Transaction } from './sql'

const LOCK_ONE = { name: 'lock_one_pengguna', text: 'SELECT id FROM pengguna WHERE id = $1 FOR NO KEY UPDATE' }

/** Holds an account until the end of the transaction: no sign-in (`insertSesi` takes FOR SHARE) comes in between. @returns whether there is one */
export async function lockPengguna(id: string, tx: Transaction): Promise<boolean> {
  return (await query(LOCK_ONE, [id], tx)).length > 0
}
