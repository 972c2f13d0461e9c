import { isCommonPassword } from '@/lib/auth/common-passwords'
import { countReset } from '@/lib/auth/letter-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import { hashPassword, isPassword } from '@/lib/auth/password'
import { countFailure, forgetFailures, inTurn, letIn, refuseWhenGuessed } from '@/lib/auth/sign-in-limit'
import { hashOf, newToken } from '@/lib/auth/token'
import { findPassword, replacePassword } from '@/lib/data/akun'
import { findResetOwner, keepResetToken, spendResetToken } from '@/lib/data/atur-ulang-sandi'
import { insertAudit } from '@/lib/data/audit'
import { removeFaktorKedua } from '@/lib/data/faktor-kedua'
import { addJob } from '@/lib/data/jobs'
import { confirmReader } from '@/lib/data/konfirmasi-email'
import { lockPengguna } from '@/lib/data/pengguna'
import { type Transaction, transaction } from '@/lib/data/sql'
import type { Bahasa } from '@/lib/domain/bahasa'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField } from '@/lib/domain/refusal'
import { log } from '@/lib/log'
import { cutConnections } from '@/lib/realtime/disconnect'

/**
 * Changes one's password; all other sessions end with the old one. A wrong old password counts as a refused sign-in.
 * @throws Refusal `validation_failed` on `lama` or `baru`, `rate_limited`
 */
export const changePassword = (actor: Actor, lama: string, baru: string): Promise<void> =>
  inTurn(actor.email, async () => {
    if (isCommonPassword(baru)) throw invalidField('baru', 'common_password')
    await refuseWhenGuessed(actor.email, actor.alamat)
    if (!(await isPassword(await findPassword(actor.id), lama, actor.alamat))) {
      await countFailure(actor.email)
      throw invalidField('lama', 'wrong_password')
    }
    await letIn(actor.email, actor.alamat)
    cutConnections(await replace(actor, await hashPassword(baru, actor.alamat)))
  })

const replace = (actor: Actor, hash: string) =>
  transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    return replacePassword(actor, hash, tx, actor.sesiId)
  })

/**
 * Asks for a letter by which a forgotten password can be replaced. Whether there is such an account is found out later, by the job that writes
 * it: here nothing differs, neither the answer nor its time.
 * @throws Refusal `rate_limited`
 */
export async function askForReset(email: string): Promise<void> {
  await countReset(email)
  await addJob(null, 'surat_sandi', { email })
}

/**
 * A new token for whoever reads the letters of this address; only its hash is kept.
 * @returns it with the language of its owner, or null when there is no such account, or it is suspended
 */
export async function issueResetToken(email: string): Promise<{ token: string; bahasa: Bahasa } | null> {
  const token = newToken()
  const bahasa = await keepResetToken(email, hashOf(token))
  return bahasa && { token, bahasa }
}

/**
 * Replaces a forgotten password by the token of a letter: once, within 30 minutes. Every session ends, and refused sign-ins are forgotten. Where
 * nobody had ever confirmed the address, it is confirmed now, and a second factor from before is taken off.
 * `alamat` is where it is asked from, null when nobody knows.
 * @throws Refusal `validation_failed` on `token` or `baru`
 */
export async function resetPassword(token: string, baru: string, alamat: string | null): Promise<void> {
  if (isCommonPassword(baru)) throw invalidField('baru', 'common_password')
  const tokenHash = hashOf(token)
  // Hashing a password is dear: not for whoever just tries tokens.
  const id = await findResetOwner(tokenHash)
  if (!id) throw invalidField('token', 'reset_token')
  const hash = await hashPassword(baru, alamat)
  const { email, ended } = await transaction(async (tx) => {
    await lockPengguna(id, tx)
    const owner = await spendResetToken(tokenHash, tx)
    if (!owner) throw invalidField('token', 'reset_token')
    if (await confirmReader(id, tx)) await giveToReader({ id, alamat }, tx)
    return { email: owner.email, ended: await replacePassword({ id, alamat }, hash, tx) }
  })
  cutConnections(ended)
  await forgetFailures(email).catch((error: unknown) => log.warn('refused sign-ins could not be forgotten', { error }))
}

/** Until now nobody had shown that the address is theirs: whoever set a second factor up may have registered somebody else's. */
async function giveToReader(owner: { id: string; alamat: string | null }, tx: Transaction): Promise<void> {
  if (await removeFaktorKedua(owner.id, tx)) await insertAudit({ aktor: owner, aksi: 'pengguna.faktor_dilepas', penggunaId: owner.id }, tx)
}
