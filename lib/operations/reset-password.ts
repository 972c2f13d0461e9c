import { isCommonPassword } from '@/lib/auth/common-passwords'
import { hashPassword } from '@/lib/auth/password'
import { countLetter } from '@/lib/auth/reset-limit'
import { forgetFailures } from '@/lib/auth/sign-in-limit'
import { hashOf, newToken } from '@/lib/auth/token'
import { findResetOwner, keepResetToken, spendResetToken } from '@/lib/data/atur-ulang-sandi'
import { lockPengguna } from '@/lib/data/pengguna'
import { transaction } from '@/lib/data/sql'
import { invalidField } from '@/lib/domain/refusal'
import { suratSandiLater } from '@/lib/jobs/later'
import { cutConnections } from './cut-connections'
import { replacePassword } from './replace-password'

/**
 * Asks for a letter by which a forgotten password can be replaced. Whether there is such an account is found out later, by the job that writes
 * it: here nothing differs, neither the answer nor its time.
 * @throws Refusal `rate_limited`
 */
export async function askForReset(email: string): Promise<void> {
  await countLetter(email)
  await suratSandiLater(email)
}

/** A new token for whoever reads the letters of this address; only its hash is kept. @returns null when there is no such account, or it is suspended */
export async function issueResetToken(email: string): Promise<string | null> {
  const token = newToken()
  return (await keepResetToken(email, hashOf(token))) ? token : null
}

/**
 * Replaces a forgotten password by the token of a letter: once, within 30 minutes. Every session ends, and refused sign-ins are forgotten.
 * `alamat` is where it is asked from, null when nobody knows.
 * @throws Refusal `validation_failed` on `token` or `baru`
 */
export async function resetPassword(token: string, baru: string, alamat: string | null): Promise<void> {
  if (isCommonPassword(baru)) throw invalidField('baru', 'common_password')
  const tokenHash = hashOf(token)
  // Hashing a password is dear: not for whoever just tries tokens.
  const id = await findResetOwner(tokenHash)
  if (!id) throw invalidField('token', 'reset_token')
  const hash = await hashPassword(baru)
  const { email, ended } = await transaction(async (tx) => {
    await lockPengguna(id, tx)
    const owner = await spendResetToken(tokenHash, tx)
    if (!owner) throw invalidField('token', 'reset_token')
    return { email: owner.email, ended: await replacePassword({ id, alamat }, hash, tx) }
  })
  await forgetFailures(email)
  cutConnections(ended)
}
