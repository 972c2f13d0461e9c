import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import canonicalize from 'canonicalize'

/** By which key (`kid`) something was sealed, and the seal itself in base64url. */
export interface Segel {
  readonly alg: 'EdDSA'
  readonly kid: string
  readonly nilai: string
}

/** A public key as RFC 8037 writes it. */
export interface Jwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly use: 'sig'
  readonly alg: 'EdDSA'
}

/** A key that can seal; `pkcs8` is a secret. */
export interface NewKey {
  readonly kid: string
  readonly x: string
  readonly pkcs8: Buffer
}

/** Makes a key. Its `kid` is its thumbprint (RFC 7638), so that none can be passed off as another. */
export function makeKey(): NewKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const x = String(publicKey.export({ format: 'jwk' }).x)
  return { kid: thumbprint(x), x, pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

/** RFC 7638, of a key as RFC 8037 writes it. */
export const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')

export const jwkOf = ({ kid, x }: Pick<NewKey, 'kid' | 'x'>): Jwk => ({ kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' })

/** What a seal is over: the form of RFC 8785 of all but the seal itself, and the status, which changes. */
export const sealedForm = (sealed: object): Buffer => {
  const { segel: _, status: __, ...rest } = sealed as { segel?: unknown; status?: unknown }
  return Buffer.from(canonicalize(rest) ?? '')
}

/** Seals with Ed25519 (RFC 8032). */
export const sealWith = (key: Pick<NewKey, 'kid' | 'pkcs8'>, what: object): Segel => sealBytes(key, sealedForm(what))

/** The same of what has that form already. */
export function sealBytes({ kid, pkcs8 }: Pick<NewKey, 'kid' | 'pkcs8'>, form: Buffer): Segel {
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  return { alg: 'EdDSA', kid, nilai: sign(null, form, key).toString('base64url') }
}

/** Is this as it was when it was sealed, by this key? */
export function isSealedBy<Sealed extends { readonly segel: Segel }>({ x, kid }: Pick<Jwk, 'x' | 'kid'>, sealed: Sealed): boolean {
  if (sealed.segel.kid !== kid || sealed.segel.alg !== 'EdDSA') return false
  return verify(null, sealedForm(sealed), publicKey(x), Buffer.from(sealed.segel.nilai, 'base64url'))
}

const publicKey = (x: string): KeyObject => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
