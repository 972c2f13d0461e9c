import { DEMO_DOMAIN } from '@/lib/domain/demo'
import { query, statement } from './sql'

const FIND_DEMO = statement({
  name: 'find_demo_accounts',
  text: `SELECT id, kata_sandi FROM pengguna WHERE aktif AND email LIKE '%${DEMO_DOMAIN}' ORDER BY id`,
  row: { id: 'uuid', kata_sandi: 'text' },
})

/** The active accounts that carry a demo address, each with the hash of its password: whether it is still the printed one is the caller's to ask. */
export const findDemoAccounts = () => query(FIND_DEMO, [])
