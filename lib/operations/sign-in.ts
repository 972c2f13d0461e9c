import { isPassword } from '@/lib/auth/password'
import { countFailure, forgetFailures, inTurn, refuseWhenGuessed } from '@/lib/auth/sign-in-limit'
import { hashOf, newToken } from '@/lib/auth/token'
import type { SessionView } from '@/lib/contract/pengguna'
import { prisma } from '@/lib/data/prisma'
import { deleteSesi, deleteSesiById, insertSesi } from '@/lib/data/sesi'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { isPlainText } from '@/lib/domain/text'
import { reauthorize } from '@/lib/realtime/disconnect'
import { PENGGUNA_COLUMNS, presentPengguna } from './present-pengguna'

/**
 * Opens a session, for both doors. A wrong address, a wrong password and a suspended account are one answer, in the same time.
 * @throws Refusal `unauthenticated`, `rate_limited`
 */
export const signIn = (email: string, password: string, alamat: string | null = null): Promise<SessionView> =>
  inTurn(email, async () => {
    await refuseWhenGuessed(email, alamat)
    const session = await open(email, password)
    if (!session) {
      await countFailure(email, alamat)
      throw new Refusal('unauthenticated', { messageKey: 'salah_masuk' })
    }
    await forgetFailures(email)
    return session
  })

async function open(email: string, password: string): Promise<SessionView | null> {
  const found = await findByEmail(email)
  const fits = await isPassword(found?.kataSandi ?? null, password)
  if (!found || !fits) return null
  const token = newToken()
  const berlakuSampai = await insertSesi(found.id, found.kataSandi, hashOf(token))
  if (!berlakuSampai) return null
  return { token, token_type: 'Bearer', berlaku_sampai: berlakuSampai.toISOString(), pengguna: presentPengguna(found) }
}

/** What is no text is nobody's address. */
async function findByEmail(email: string) {
  if (!isPlainText(email)) return null
  const where = { email: email.trim().toLowerCase() }
  return prisma().pengguna.findUnique({ where, select: { ...PENGGUNA_COLUMNS, kataSandi: true } })
}

/** Ends the session that this actor is using; what it still listens to falls silent. */
export async function signOut(actor: Actor): Promise<void> {
  await deleteSesiById(actor.sesiId)
  reauthorize(actor.id)
}

/** The same for a browser, of which only the token is known. */
export async function signOutToken(token: string): Promise<void> {
  const penggunaId = await deleteSesi(hashOf(token))
  if (penggunaId) reauthorize(penggunaId)
}
