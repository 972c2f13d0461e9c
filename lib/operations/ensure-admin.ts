import { hashPassword } from '@/lib/auth/password'
import { findAkun, hasAdmin, insertAkun, replacePassword } from '@/lib/data/akun'
import { insertAudit } from '@/lib/data/audit'
import { removeFaktorKedua } from '@/lib/data/faktor-kedua'
import { transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import { newUuid } from '@/lib/domain/id'
import { Refusal } from '@/lib/domain/refusal'

/**
 * Makes the first admin when there is none who can sign in; of instances that start together one does. @returns whether it did
 * @throws Refusal `email_taken` when the address is that of somebody who is no admin
 */
export async function ensureAdmin(email: string, password: string): Promise<boolean> {
  if (await hasAdmin()) return false
  try {
    await makeAdmin(email, password)
    return true
  } catch (error) {
    if (error instanceof Refusal && (await hasAdmin())) return false
    throw error
  }
}

/**
 * Makes an admin, for whoever has the installation in their hands. Nobody can register as one.
 * @throws Refusal `email_taken`
 */
export async function makeAdmin(email: string, password: string, nama = 'Admin'): Promise<void> {
  const account = { id: newUuid(), nama, email: email.trim().toLowerCase(), peran: 'admin', emailDikonfirmasi: true, dokter: null } as const
  const kataSandi = await hashPassword(password)
  await transaction(async (tx) => {
    await insertAkun({ ...account, kataSandi }, tx)
  }).catch((error: unknown) => {
    throw isTaken(error) ? new Refusal('email_taken') : error
  })
}

/**
 * Lets an admin in again who has lost the password, or the second factor: a new password, no second factor, no session of before. It is written down as the
 * installation's own deed.
 * @throws Refusal `not_found` where no admin has this address
 */
export async function rescueAdmin(email: string, password: string): Promise<void> {
  const akun = await findAkun(email.trim().toLowerCase())
  if (akun?.peran !== 'admin') throw new Refusal('not_found')
  const hash = await hashPassword(password)
  const alasan = 'npm run admin -- rescue'
  await transaction(async (tx) => {
    if (await removeFaktorKedua(akun.id, tx))
      await insertAudit({ aktor: null, aksi: 'pengguna.faktor_dilepas', penggunaId: akun.id, alasan }, tx)
    await replacePassword({ id: akun.id, alamat: null }, hash, tx)
  })
}
