import { isPassword } from '@/lib/auth/password'
import { endAccess } from '@/lib/data/akun'
import { insertAudit } from '@/lib/data/audit'
import { findDemoAccounts } from '@/lib/data/demo-accounts'
import { lockPengguna, setAktif } from '@/lib/data/pengguna'
import { transaction } from '@/lib/data/sql'
import { DEMO_PASSWORD } from '@/lib/domain/demo'

/**
 * Suspends the accounts of the demo clinic that still have the password that everybody can read, and ends their sessions: for an installation
 * that others can reach. What they wrote stays.
 */
export async function closeDemo(): Promise<void> {
  for (const { id, kata_sandi } of await findDemoAccounts()) {
    if (!(await isPassword(kata_sandi, DEMO_PASSWORD))) continue
    await transaction(async (tx) => {
      await lockPengguna(id, tx)
      await setAktif(id, false, tx)
      const alasan = 'Akun contoh ditutup: kata sandinya diketahui umum.'
      await insertAudit({ aktor: null, aksi: 'pengguna.ditangguhkan', penggunaId: id, alasan }, tx)
      await endAccess(id, tx)
    })
  }
}
