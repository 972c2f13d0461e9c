import { isCommonPassword } from '@/lib/auth/common-passwords'
import { holdOwnAccount } from '@/lib/auth/own-account'
import { hashPassword, isPassword } from '@/lib/auth/password'
import { countFailure, inTurn, letIn, refuseWhenGuessed } from '@/lib/auth/sign-in-limit'
import { findPassword, replacePassword } from '@/lib/data/akun'
import { transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField } from '@/lib/domain/refusal'
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
