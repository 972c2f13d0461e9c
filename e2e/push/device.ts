import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, randomUUID, verify } from 'node:crypto'
import type { Kabar } from '@/lib/domain/kabar'

/** What the push service was sent for one device. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>
  /** base64 */
  readonly body: string
}

/**
 * The browser's end of Web Push, written from the standards and not with the library of the application: its keys, what it tells the
 * application, and what only it can read (RFC 8291, RFC 8188).
 */
export class Device {
  private readonly pair = createECDH('prime256v1')
  private readonly auth = randomBytes(16)
  readonly endpoint: string

  /** `behaves` is how the push service treats it: `gone`, `redirected`, `tired` (fails once). */
  constructor(
    private readonly service: string,
    behaves: 'well' | 'gone' | 'redirected' | 'tired' = 'well',
  ) {
    this.pair.generateKeys()
    this.endpoint = `${service}/${behaves}-${randomUUID()}`
  }

  get subscription() {
    return {
      endpoint: this.endpoint,
      expirationTime: null,
      keys: { p256dh: this.pair.getPublicKey('base64url'), auth: this.auth.toString('base64url') },
    }
  }

  /** Everything that came for this device so far. */
  async deliveries(): Promise<Delivery[]> {
    return (await (await fetch(this.endpoint)).json()) as Delivery[]
  }

  async news(): Promise<Kabar[]> {
    return (await this.deliveries()).map((delivery) => this.decrypt(delivery))
  }

  /** RFC 8291, 3.4 over one record of RFC 8188, 2. */
  decrypt({ headers, body }: Delivery): Kabar {
    if (headers['content-encoding'] !== 'aes128gcm') throw new Error(`not aes128gcm but ${headers['content-encoding']}`)
    const bytes = Buffer.from(body, 'base64')
    const [salt, keyLength] = [bytes.subarray(0, 16), bytes.readUInt8(20)]
    const [serverKey, record] = [bytes.subarray(21, 21 + keyLength), bytes.subarray(21 + keyLength)]
    const context = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), serverKey])
    const secret = Buffer.from(hkdfSync('sha256', this.pair.computeSecret(serverKey), this.auth, context, 32))
    const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16))
    const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12))
    const cipher = createDecipheriv('aes-128-gcm', key, nonce)
    cipher.setAuthTag(record.subarray(-16))
    const padded = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()])
    return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')) as Kabar
  }

  /** Is this delivery signed, for this push service and not for long, with the key that the application shows to browsers? RFC 8292. */
  isSignedBy(kunci: string, { headers }: Delivery): boolean {
    const [, token = '', shown] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
    const [header = '', claims = '', signature = ''] = token.split('.')
    const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number }
    const isTimely = exp * 1000 > Date.now() && exp * 1000 < Date.now() + 24 * 60 * 60 * 1000
    return shown === kunci && aud === this.service && isTimely && isSigned(`${header}.${claims}`, signature, kunci)
  }
}

function isSigned(text: string, signature: string, kunci: string): boolean {
  const point = Buffer.from(kunci, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } })
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
}
