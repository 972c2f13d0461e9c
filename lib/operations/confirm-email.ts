import { countKonfirmasi, countLetterTo } from '@/lib/auth/letter-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import { proveIdentity } from '@/lib/auth/proof'
import { hashOf, newToken } from '@/lib/auth/token'
import type { ChangeEmail } from '@/lib/contract/akun'
import { insertAudit } from '@/lib/data/audit'
import { addJob } from '@/lib/data/jobs'
import { askToConfirm, confirmAddress, keepKonfirmasiToken } from '@/lib/data/konfirmasi-email'
import { transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'

/** Another letter to one's own address; nothing happens where it is confirmed already. @throws Refusal `rate_limited` */
export async function askAgainToConfirm(actor: Actor): Promise<void> {
  if (actor.emailDikonfirmasi) return
  await countKonfirmasi(actor.id)
  await countLetterTo(actor.email, actor.alamat)
  await transaction((tx) => askToConfirm(actor.id, actor.email, tx))
}

/**
 * Asks for another address. It is one's own once a letter to it was followed; whether somebody else has it is told only then, to whoever
 * reads its letters. A new password makes the letter worthless. @throws Refusal `validation_failed` on `email`, `password` or `totp`, `rate_limited`
 */
export async function changeEmail(actor: Actor, { email, ...proof }: ChangeEmail): Promise<void> {
  if (email === actor.email) throw invalidField('email', 'same_email')
  await proveIdentity(actor, proof)
  await countKonfirmasi(actor.id)
  await countLetterTo(email, actor.alamat)
  await transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    await askToConfirm(actor.id, email, tx)
  })
}

/** A new token for the letter to this address; only its hash is kept. @returns null when nobody waits for it any more */
export async function issueKonfirmasiToken(penggunaId: string, email: string): Promise<string | null> {
  const token = newToken()
  return (await keepKonfirmasiToken(penggunaId, email, hashOf(token))) ? token : null
}

/**
 * Confirms the address that a letter went to: once, within 3 days, signed in or not. Where it is a new one the account changes to it, and
 * the old address is told. `alamat` is where it is asked from, null when nobody knows.
 * @throws Refusal `validation_failed` on `token`, `email_taken`
 */
export async function confirmEmail(token: string, alamat: string | null): Promise<void> {
  try {
    await transaction(async (tx) => {
      const confirmed = await confirmAddress(hashOf(token), tx)
      if (!confirmed) throw invalidField('token', 'confirm_token')
      const { id, email, email_lama } = confirmed
      if (email === email_lama) return
      await insertAudit({ aktor: { id, alamat }, aksi: 'pengguna.email', penggunaId: id }, tx)
      await addJob(tx, 'surat_email_diganti', { email: email_lama, pengguna_id: id })
    })
  } catch (error) {
    throw isTaken(error) ? new Refusal('email_taken') : error
  }
}
