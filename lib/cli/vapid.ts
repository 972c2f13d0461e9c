import { createECDH, hkdfSync } from 'node:crypto'
import type { Variables } from '@/lib/env'
import { StartError } from './start-error.mjs'

/**
 * The keys by which push services know this installation: the operator's, else made of NEXTAUTH_SECRET. That is kept in DATA_DIR, or is the
 * same for all instances of one database, and so are they: a subscription that one instance made, another can send to. Why not kept
 * beside it: lib/decisions/030-vapid-from-the-secret.md.
 */
export function vapidVariables(v: Variables, secret: string, address: string): Record<string, string> {
  const given = v.VAPID_PUBLIC_KEY && v.VAPID_PRIVATE_KEY ? { publicKey: v.VAPID_PUBLIC_KEY, privateKey: v.VAPID_PRIVATE_KEY } : null
  if (given && publicKeyOf(Buffer.from(given.privateKey, 'base64url')) !== given.publicKey)
    throw new StartError(
      'VAPID_PUBLIC_KEY does not belong to VAPID_PRIVATE_KEY: both come from one pair (npx web-push generate-vapid-keys).',
    )
  const { publicKey, privateKey } = given ?? deriveKeys(secret)
  return {
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: v.VAPID_SUBJECT ?? (address.startsWith('https:') ? address : 'mailto:sapa@example.invalid'),
  }
}

/** Any 32 bytes but one in 2^32 are a private key of P-256. */
function deriveKeys(secret: string) {
  for (let counter = 0; ; counter++) {
    const bytes = Buffer.from(hkdfSync('sha256', secret, '', `sapa vapid ${counter}`, 32))
    const publicKey = publicKeyOf(bytes)
    if (publicKey) return { publicKey, privateKey: bytes.toString('base64url') }
  }
}

/** @returns null when these bytes are no private key */
function publicKeyOf(privateKey: Buffer): string | null {
  try {
    const pair = createECDH('prime256v1')
    pair.setPrivateKey(privateKey)
    return pair.getPublicKey('base64url')
  } catch {
    return null
  }
}
