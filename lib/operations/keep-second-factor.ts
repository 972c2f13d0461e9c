import { holdOwnAccount } from '@/lib/auth/own-account'
import { type Proof, proveIdentity } from '@/lib/auth/proof'
import { newRecovery } from '@/lib/auth/totp'
import type { KodePemulihanView } from '@/lib/contract/akun'
import { insertAudit } from '@/lib/data/audit'
import { removeSecondFactor, replaceRecovery } from '@/lib/data/faktor-kedua'
import { transaction } from '@/lib/data/sql'
import { showPemulihan } from '@/lib/domain/faktor-kedua'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'

/**
 * Turns one's own second factor off, with its recovery codes.
 * @throws Refusal `validation_failed` on `password` or `totp`, `invalid_transition` when there is none, `rate_limited`
 */
export async function turnOffSecondFactor(actor: Actor, proof: Proof): Promise<void> {
  await proveFactor(actor, proof)
  await transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    if (!(await removeSecondFactor(actor.id, tx))) throw isMissing()
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
