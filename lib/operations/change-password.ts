import { isCommonPassword } from '@/lib/auth/common-passwords'
import { hashPassword, isPassword } from '@/lib/auth/password'
import { countFailure, forgetFailures, inTurn, refuseWhenGuessed } from '@/lib/auth/sign-in-limit'
import { setPassword } from '@/lib/data/atur-ulang-sandi'
import { insertAudit } from '@/lib/data/audit'
import { prisma } from '@/lib/data/prisma'
import { deleteSesiOf } from '@/lib/data/sesi'
import { transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField } from '@/lib/domain/refusal'
import { reauthorize } from '@/lib/realtime/disconnect'

/**
 * Changes one's password; all other sessions end with the old one. A wrong old password counts as a refused sign-in.
 * @throws Refusal `validation_failed` on `lama` or `baru`, `rate_limited`
 */
export const changePassword = (actor: Actor, lama: string, baru: string): Promise<void> =>
  inTurn(actor.email, async () => {
    if (isCommonPassword(baru)) throw invalidField('baru', 'common_password')
    await refuseWhenGuessed(actor.email, actor.alamat)
    const { kataSandi } = await prisma().pengguna.findUniqueOrThrow({ where: { id: actor.id }, select: { kataSandi: true } })
    if (!(await isPassword(kataSandi, lama))) {
      await countFailure(actor.email, actor.alamat)
      throw invalidField('lama', 'wrong_password')
    }
    await forgetFailures(actor.email)
    await replace(actor, await hashPassword(baru))
    reauthorize(actor.id)
  })

const replace = (actor: Actor, hash: string) =>
  transaction(async (tx) => {
    await setPassword(actor.id, hash, tx)
    await deleteSesiOf(actor.id, tx, actor.sesiId)
    await insertAudit({ aktor: actor, aksi: 'pengguna.sandi', penggunaId: actor.id }, tx)
  })
