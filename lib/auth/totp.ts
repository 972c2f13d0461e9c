import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { findFaktorKedua, spendRecovery, spendStep } from '@/lib/data/faktor-kedua'
import {
  isAppKode,
  KODE_DIGITS,
  LANGKAH_SECONDS,
  LANGKAH_WINDOW,
  PEMULIHAN_ALPHABET,
  PEMULIHAN_COUNT,
  PEMULIHAN_LENGTH,
  pemulihanOf,
  plainKode,
} from '@/lib/domain/faktor-kedua'
import { log } from '@/lib/log'
import { keyedHash, seal, unseal } from './sealed'

/** Bytes of a secret: 160 bits, as RFC 4226, 4 asks. */
const SECRET_BYTES = 20

/** A secret that an app takes in: as text (base32) and as the address that a QR code holds. `sealed` is what the database keeps. */
export interface NewSecret {
  readonly text: string
  readonly otpauth: string
  readonly sealed: Buffer
}

export function newSecret(owner: { readonly id: string; readonly email: string }): NewSecret {
  const secret = new Secret({ size: SECRET_BYTES })
  const otpauth = totpOf(secret, owner.email).toString()
  return { text: secret.base32, otpauth, sealed: seal(Buffer.from(secret.bytes), owner.id) }
}

/** The step of RFC 6238 that this code belongs to, at most one away from now; null when it fits none. */
export function stepOf(sealed: Buffer, owner: string, typed: string): number | null {
  const code = plainKode(typed)
  if (!isAppKode(code)) return null
  const bytes = unseal(sealed, owner)
  if (!bytes) {
    log.warn('a second factor does not open: NEXTAUTH_SECRET is another one than when it was set up')
    return null
  }
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer })
  const timestamp = Date.now()
  const delta = totpOf(secret).validate({ token: code, window: LANGKAH_WINDOW, timestamp })
  return delta === null ? null : TOTP.counter({ period: LANGKAH_SECONDS, timestamp }) + delta
}

const totpOf = (secret: Secret, label = '') =>
  new TOTP({ issuer: 'Sapa', label, algorithm: 'SHA1', digits: KODE_DIGITS, period: LANGKAH_SECONDS, secret })

/** Does somebody's account ask for a code? */
export const hasFaktorKedua = async (penggunaId: string): Promise<boolean> => (await findFaktorKedua(penggunaId))?.aktif ?? false

/** Uses up what was typed: a code of the app, or a recovery code. @returns false when it does not fit, or was used before */
export async function spendKode(penggunaId: string, typed: string): Promise<boolean> {
  const pemulihan = pemulihanOf(plainKode(typed))
  if (pemulihan) return spendRecovery(penggunaId, keyedHash(pemulihan, penggunaId))
  const faktor = await findFaktorKedua(penggunaId)
  const step = faktor?.aktif ? stepOf(faktor.rahasia, penggunaId, typed) : null
  return faktor !== null && step !== null && spendStep(penggunaId, faktor.rahasia, step)
}

/** New recovery codes, and what the database keeps of them. They are shown once. */
export function newRecovery(penggunaId: string): { readonly codes: readonly string[]; readonly hashes: readonly Buffer[] } {
  const codes = Array.from({ length: PEMULIHAN_COUNT }, () =>
    Array.from({ length: PEMULIHAN_LENGTH }, () => PEMULIHAN_ALPHABET[randomInt(PEMULIHAN_ALPHABET.length)]).join(''),
  )
  return { codes, hashes: codes.map((code) => keyedHash(code, penggunaId)) }
}
