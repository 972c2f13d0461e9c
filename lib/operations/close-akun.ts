import { holdOwnAccount } from '@/lib/auth/own-account'
import { hashPassword } from '@/lib/auth/password'
import { type Proof, proveIdentity } from '@/lib/auth/proof'
import { newToken } from '@/lib/auth/token'
import { closeAccount } from '@/lib/data/akun'
import { insertAudit } from '@/lib/data/audit'
import { removeFaktorKedua } from '@/lib/data/faktor-kedua'
import { hasAnyOpen } from '@/lib/data/konsultasi'
import { deleteSesiOf } from '@/lib/data/sesi'
import { transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canCloseAkun } from '@/lib/policy/pengguna'
import { cutConnections } from '@/lib/realtime/disconnect'

/**
 * Closes one's own account for good: nobody signs in to it again. What was written stays in the medical record with its writer's name, for as
 * long as the law asks; address, password, second factor, sessions and push subscriptions go. Open konsultasi come to an end first, so that
 * nobody waits for an answer that cannot come. An admin's account is suspended by another admin instead.
 * @throws Refusal `forbidden`, `validation_failed` on `password` or `totp`, `invalid_transition` while a konsultasi is pending or active, `rate_limited`
 */
export async function closeAkun(actor: Actor, proof: Proof): Promise<void> {
  allow(canCloseAkun(actor))
  await proveIdentity(actor, proof)
  const nobodys = await hashPassword(newToken())
  const ended = await transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    if (await hasAnyOpen(actor.id, tx)) throw new Refusal('invalid_transition', { messageKey: 'masih_konsultasi' })
    await removeFaktorKedua(actor.id, tx)
    await closeAccount(actor.id, nobodys, tx)
    await insertAudit({ aktor: actor, aksi: 'pengguna.ditutup', penggunaId: actor.id }, tx)
    return deleteSesiOf(actor.id, tx)
  })
  cutConnections(ended)
}
