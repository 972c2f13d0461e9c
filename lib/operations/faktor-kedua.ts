import { countWrongCode, forgetWrongCodes, refuseWhenTried } from '@/lib/auth/kode-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import { type Proof, proveIdentity } from '@/lib/auth/proof'
import { inTurn } from '@/lib/auth/sign-in-limit'
import { newRecovery, newSecret, stepOf } from '@/lib/auth/totp'
import type { WithAlasan } from '@/lib/contract/admin'
import type { KodePemulihanView, RahasiaView } from '@/lib/contract/akun'
import { insertAudit } from '@/lib/data/audit'
import { confirmFaktorKedua, findFaktorKedua, keepFaktorKedua, removeFaktorKedua, replaceRecovery } from '@/lib/data/faktor-kedua'
import { lockPengguna } from '@/lib/data/pengguna'
import { deleteSesiOf } from '@/lib/data/sesi'
import { transaction } from '@/lib/data/sql'
import { showPemulihan } from '@/lib/domain/faktor-kedua'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canResetFactor, canResetFactorOf } from '@/lib/policy/pengguna'
import { cutConnections } from '@/lib/realtime/disconnect'

/**
 * Makes a secret for an authenticator app, shown this once; it asks for nothing until its first code has come. Doing it again makes another one.
 * @throws Refusal `validation_failed` on `password`, `invalid_transition` when there is a second factor already, `rate_limited`
 */
export async function prepareFaktorKedua(actor: Actor, password: string): Promise<RahasiaView> {
  if (actor.berfaktorKedua) throw isThere()
  await proveIdentity(actor, { password })
  const { text, otpauth, sealed } = newSecret(actor)
  if (!(await keepFaktorKedua(actor.id, sealed))) throw isThere()
  return { rahasia: text, otpauth }
}

/**
 * Turns the second factor on with the first code of the app, which shows that the secret arrived there. The recovery codes are shown this once.
 * @throws Refusal `validation_failed` on `totp`, `invalid_transition` when none was prepared or one is there, `rate_limited`
 */
export async function activateFaktorKedua(actor: Actor, totp: string): Promise<KodePemulihanView> {
  const faktor = await findFaktorKedua(actor.id)
  if (!faktor) throw new Refusal('invalid_transition', { messageKey: 'faktor_tidak_ada' })
  if (faktor.aktif) throw isThere()
  const step = await firstStep(actor, faktor.rahasia, totp)
  const { codes, hashes } = newRecovery(actor.id)
  await transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    if (!(await confirmFaktorKedua(actor.id, faktor.rahasia, step, tx))) throw isThere()
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

/**
 * Turns one's own second factor off, with its recovery codes.
 * @throws Refusal `validation_failed` on `password` or `totp`, `invalid_transition` when there is none, `rate_limited`
 */
export async function turnOffFaktorKedua(actor: Actor, proof: Proof): Promise<void> {
  await proveFactor(actor, proof)
  await transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    if (!(await removeFaktorKedua(actor.id, tx))) throw isMissing()
    await insertAudit({ aktor: actor, aksi: 'pengguna.faktor_dilepas', penggunaId: actor.id }, tx)
  })
}

/**
 * Makes new recovery codes, shown this once; those from before are worth nothing.
 * @throws Refusal `validation_failed` on `password` or `totp`, `invalid_transition` when there is no second factor, `rate_limited`
 */
export async function renewRecovery(actor: Actor, proof: Proof): Promise<KodePemulihanView> {
  await proveFactor(actor, proof)
  const { codes, hashes } = newRecovery(actor.id)
  await transaction(async (tx) => {
    // Of two lists made at the same moment the later is all that counts.
    await holdOwnAccount(actor, tx)
    await replaceRecovery(actor.id, hashes, tx)
    await insertAudit({ aktor: actor, aksi: 'pengguna.kode_diperbarui', penggunaId: actor.id }, tx)
  })
  return { kode_pemulihan: codes.map(showPemulihan) }
}

async function proveFactor(actor: Actor, proof: Proof): Promise<void> {
  if (!actor.berfaktorKedua) throw isMissing()
  await proveIdentity(actor, proof)
}

const isMissing = () => new Refusal('invalid_transition', { messageKey: 'faktor_tidak_ada' })

/**
 * An admin takes the second factor off somebody's account, with a reason: their telephone and their recovery codes are lost. Whoever found the
 * telephone may be signed in on it, so every session of theirs ends too. One's own is forbidden here: a stolen session must not be enough, and
 * one's own page asks for a code. Where there is none, nothing changes and nothing is written down.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function resetFaktorKedua(actor: Actor, id: string, { alasan }: WithAlasan): Promise<void> {
  allow(canResetFactor(actor))
  const penggunaId = uuidOf('pengguna', id)
  if (!penggunaId) throw new Refusal('not_found')
  allow(canResetFactorOf(actor, penggunaId))
  const ended = await transaction(async (tx) => {
    if (!(await lockPengguna(penggunaId, tx))) throw new Refusal('not_found')
    if (!(await removeFaktorKedua(penggunaId, tx))) return []
    await insertAudit({ aktor: actor, aksi: 'pengguna.faktor_dilepas', penggunaId, alasan }, tx)
    return deleteSesiOf(penggunaId, tx)
  })
  cutConnections(ended)
}
