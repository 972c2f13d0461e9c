import { hashPassword } from '@/lib/auth/password'
import { hasAdmin, insertAkun } from '@/lib/data/akun'
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
  const account = {
    id: newUuid(),
    nama: 'Admin',
    email: email.trim().toLowerCase(),
    peran: 'admin',
    emailDikonfirmasi: true,
    dokter: null,
  } as const
  const kataSandi = await hashPassword(password)
  try {
    await transaction((tx) => insertAkun({ ...account, kataSandi }, tx))
    return true
  } catch (error) {
    if (!isTaken(error)) throw error
    if (await hasAdmin()) return false
    throw new Refusal('email_taken')
  }
}
