import { isPassword } from '@/lib/auth/password'
import { countFailure, giveBack, inTurn, letIn, refuseWhenGuessed } from '@/lib/auth/sign-in-limit'
import { hasSecondFactor } from '@/lib/auth/totp'
import { prisma } from '@/lib/data/prisma'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, type ProblemKey } from '@/lib/domain/refusal'
import { checkKode } from './check-kode'

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
    const { kataSandi } = await prisma().pengguna.findUniqueOrThrow({ where: { id: actor.id }, select: { kataSandi: true } })
    if (!(await isPassword(kataSandi, password, actor.alamat))) return refuse(actor, 'password', 'wrong_own_password')
    if (await hasSecondFactor(actor.id)) {
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
