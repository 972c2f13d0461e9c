import { countWrongCode, forgetWrongCodes, refuseWhenTried } from '@/lib/auth/kode-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import { proveIdentity } from '@/lib/auth/proof'
import { inTurn } from '@/lib/auth/sign-in-limit'
import { newRecovery, newSecret, stepOf } from '@/lib/auth/totp'
import type { KodePemulihanView, RahasiaView } from '@/lib/contract/akun'
import { insertAudit } from '@/lib/data/audit'
import { activateFaktorKedua, findFaktorKedua, prepareFaktorKedua, replaceRecovery } from '@/lib/data/faktor-kedua'
import { transaction } from '@/lib/data/sql'
import { showPemulihan } from '@/lib/domain/faktor-kedua'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'

/**
 * Makes a secret for an authenticator app, shown this once; it asks for nothing until its first code has come. Doing it again makes another one.
 * @throws Refusal `validation_failed` on `password`, `invalid_transition` when there is a second factor already, `rate_limited`
 */
export async function prepareSecondFactor(actor: Actor, password: string): Promise<RahasiaView> {
  if (actor.berfaktorKedua) throw isThere()
  await proveIdentity(actor, { password })
  const { text, otpauth, sealed } = newSecret(actor)
  if (!(await prepareFaktorKedua(actor.id, sealed))) throw isThere()
  return { rahasia: text, otpauth }
}

/**
 * Turns the second factor on with the first code of the app, which shows that the secret arrived there. The recovery codes are shown this once.
 * @throws Refusal `validation_failed` on `totp`, `invalid_transition` when none was prepared or one is there, `rate_limited`
 */
export async function activateSecondFactor(actor: Actor, totp: string): Promise<KodePemulihanView> {
  const faktor = await findFaktorKedua(actor.id)
  if (!faktor) throw new Refusal('invalid_transition', { messageKey: 'faktor_tidak_ada' })
  if (faktor.aktif) throw isThere()
  const step = await firstStep(actor, faktor.rahasia, totp)
  const { codes, hashes } = newRecovery(actor.id)
  await transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    if (!(await activateFaktorKedua(actor.id, faktor.rahasia, step, tx))) throw isThere()
    await replaceRecovery(actor.id, hashes, tx)
    await insertAudit({ aktor: actor, aksi: 'pengguna.faktor_dipasang', penggunaId: actor.id }, tx)
  })
  return { kode_pemulihan: codes.map(showPemulihan) }
}

/** Codes are not to be tried one after the other here either. */
const firstStep = (actor: Actor, rahasia: Buffer, totp: string): Promise<number> =>
  inTurn(actor.email, async () => {
    await refuseWhenTried(actor.id)
    const step = stepOf(rahasia, actor.id, totp)
    if (step === null) {
      await countWrongCode(actor.id)
      throw invalidField('totp', 'wrong_code')
    }
    await forgetWrongCodes(actor.id)
    return step
  })

const isThere = () => new Refusal('invalid_transition', { messageKey: 'faktor_terpasang' })
