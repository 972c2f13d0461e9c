import { findPassword } from '@/lib/data/akun'
import { addJob } from '@/lib/data/jobs'
import { newUuid } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, type ProblemKey } from '@/lib/domain/refusal'
import { countWrongCode, forgetWrongCodes, refuseWhenTried } from './kode-limit'
import { isPassword } from './password'
import { countFailure, giveBack, inTurn, letIn, refuseWhenGuessed } from './sign-in-limit'
import { hasFaktorKedua, spendKode } from './totp'

/** What somebody who is signed in shows again before something weighty: the password, and a code where the account asks for one. */
export interface Proof {
  readonly password: string
  readonly totp?: string | null
}

/**
 * Is the one at this session still its owner? An open session alone (a phone left lying about) must not take an account over. What does not
 * fit counts as a refused sign-in. https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#require-re-authentication-for-sensitive-features
 * @throws Refusal `validation_failed` on `password` or `totp`, `rate_limited`
 */
export const proveIdentity = (actor: Actor, { password, totp }: Proof): Promise<void> =>
  inTurn(actor.email, async () => {
    await refuseWhenGuessed(actor.email, actor.alamat)
    if (!(await isPassword(await findPassword(actor.id), password, actor.alamat))) return refuse(actor, 'password', 'wrong_own_password')
    if (await hasFaktorKedua(actor.id)) {
      if (!totp?.trim()) {
        await giveBack(actor.alamat)
        throw invalidField('totp', 'required')
      }
      if (!(await checkKode(actor.id, totp))) return refuse(actor, 'totp', 'wrong_code')
    }
    await letIn(actor.email, actor.alamat)
  })

async function refuse(actor: Actor, field: string, key: ProblemKey): Promise<never> {
  await countFailure(actor.email)
  throw invalidField(field, key)
}

/**
 * Uses up a code of somebody's second factor. Whoever asks this holds the password already, so ten wrong ones in 15 minutes end it for a while, and
 * the account's owner is told by mail. Ids are plain UUIDs. @returns false when it does not fit, or was used before @throws Refusal `rate_limited`
 */
export async function checkKode(penggunaId: string, typed: string): Promise<boolean> {
  await refuseWhenTried(penggunaId)
  const fits = await spendKode(penggunaId, typed)
  if (fits) await forgetWrongCodes(penggunaId)
  else if (await countWrongCode(penggunaId)) await addJob(null, 'surat_kode_salah', { pengguna_id: penggunaId, surat_id: newUuid() })
  return fits
}
