import { DEMO_DOMAIN } from '@/lib/domain/demo'
import { query, type Transaction } from './sql'

const FIND_DEMO = {
  name: 'find_demo_accounts',
  text: `SELECT id, kata_sandi FROM pengguna WHERE aktif AND email LIKE '%${DEMO_DOMAIN}' ORDER BY id`,
}

/** The active accounts that carry a demo address, each with the hash of its password: whether it is still the printed one is the caller's to ask. */
export const findDemoAccounts = () => query<{ id: string; kata_sandi: string }>(FIND_DEMO, [])

const SUSPEND = { name: 'suspend_demo_account', text: 'UPDATE pengguna SET aktif = false WHERE id = $1' }

export const suspendDemoAccount = (id: string, tx: Transaction) => query(SUSPEND, [id], tx)
