import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * What the database keeps and a thief of it must not read. Keys are derived from NEXTAUTH_SECRET, which is not in the database, one for each
 * purpose (HKDF, RFC 5869); with another NEXTAUTH_SECRET what was sealed opens no more.
 */
const keyFor = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', env().nextAuthSecret, '', `sapa ${purpose}`, 32))

/** Bytes of the nonce and of the tag, as AES-GCM wants them (NIST SP 800-38D). */
const NONCE = 12
const TAG = 16

/** What is kept that way: each has a key of its own. */
type Purpose = 'faktor kedua' | 'kunci segel'

/** Encrypts for one owner (a UUID, or the name of a key): moved to another's row it does not open. */
export function seal(plain: Buffer, owner: string, purpose: Purpose = 'faktor kedua'): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @returns null when it was sealed with another key, for somebody else, or was changed */
export function unseal(sealed: Buffer, owner: string, purpose: Purpose = 'faktor kedua'): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
  } catch {
    return null
  }
}

/** A keyed hash of a short secret (50 bits): without the key nobody finds it by trying all. */
export const keyedHash = (secret: string, owner: string): Buffer =>
  createHmac('sha256', keyFor('kode pemulihan')).update(`${owner}:${secret}`).digest()
