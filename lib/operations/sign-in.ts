import { isPassword } from '@/lib/auth/password'
import { checkKode } from '@/lib/auth/proof'
import { countFailure, giveBack, inTurn, letIn, refuseWhenGuessed } from '@/lib/auth/sign-in-limit'
import { hashOf, newToken } from '@/lib/auth/token'
import { hasFaktorKedua } from '@/lib/auth/totp'
import type { SessionView } from '@/lib/contract/pengguna'
import { type AkunRow, findAkun } from '@/lib/data/akun'
import { type Asal, deleteOwnSesi, deleteSesi, insertSesi } from '@/lib/data/sesi'
import { emailOf } from '@/lib/domain/email'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { isPlainText } from '@/lib/domain/text'
import { presentPengguna } from '@/lib/presenters/pengguna'
import { cutConnections } from '@/lib/realtime/disconnect'

/** What somebody shows to be let in. `totp` is a code of their app, or a recovery code. */
interface Shown {
  readonly email: string
  readonly password: string
  readonly totp?: string | null
}

/**
 * Opens a session, for both doors. A wrong address, a wrong password and a suspended account are one answer, in the same time, whatever code
 * came with them. An account with a second factor also asks for a code; one that does not fit, or was used before, counts as a refused
 * sign-in, so that codes cannot be tried one after the other.
 * @throws Refusal `unauthenticated`, `totp_required`, `rate_limited`, `unavailable`
 */
export const signIn = ({ email, password, totp }: Shown, asal: Asal = NOWHERE): Promise<SessionView> =>
  inTurn(email, async () => {
    await refuseWhenGuessed(email, asal.alamat)
    const refuse = async (refusal: Refusal) => {
      await countFailure(email)
      throw refusal
    }
    const found = await findByPassword(email, password, asal.alamat)
    if (!found) return refuse(new Refusal('unauthenticated', { messageKey: 'salah_masuk' }))
    if (await hasFaktorKedua(found.id)) {
      // Says nothing of the failures so far: whoever knows the password but no code must not wipe them away.
      if (!totp?.trim()) {
        await giveBack(asal.alamat)
        throw new Refusal('totp_required')
      }
      if (!(await checkKode(found.id, totp))) return refuse(new Refusal('totp_required', { messageKey: 'salah_kode' }))
    }
    const session = await open(found, asal)
    if (!session) return refuse(new Refusal('unauthenticated', { messageKey: 'salah_masuk' }))
    await letIn(email, asal.alamat)
    return session
  })

const NOWHERE: Asal = { alamat: null, perangkat: null }

/** Whose address and password these are, when they may sign in. The same work for nobody. */
async function findByPassword(email: string, password: string, alamat: string | null): Promise<AkunRow | null> {
  // What is no text is nobody's address.
  const found = isPlainText(email) ? await findAkun(emailOf(email)) : null
  const fits = await isPassword(found?.kata_sandi ?? null, password, alamat)
  return found?.aktif && fits ? found : null
}

async function open(found: AkunRow, asal: Asal): Promise<SessionView | null> {
  const token = newToken()
  const berlakuSampai = await insertSesi(found.id, found.kata_sandi, hashOf(token), asal)
  if (!berlakuSampai) return null
  return { token, token_type: 'Bearer', berlaku_sampai: berlakuSampai.toISOString(), pengguna: presentPengguna(found) }
}

/** Ends the session that this actor is using; what it still listens to falls silent. */
export async function signOut(actor: Actor): Promise<void> {
  cutConnections(await deleteOwnSesi(actor.sesiId, actor.id))
}

/** The same for a browser, of which only the token is known. */
export async function signOutToken(token: string): Promise<void> {
  cutConnections(await deleteSesi(hashOf(token)))
}
