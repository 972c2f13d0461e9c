import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** How far a signed request's clock may be off, in seconds, either way. */
const TIMESTAMP_TOLERANCE = 600

interface AppKey {
  key: string
  secret: string
}

/** Does `auth` allow this socket to hear this channel? Signed by our own auth endpoint, only after it knew the person. */
export function isChannelAuth(app: AppKey, auth: unknown, socketId: string, channel: string, channelData?: unknown) {
  const extra = typeof channelData === 'string' ? `:${channelData}` : ''
  return isSocketAuth(app, auth, `${socketId}:${channel}${extra}`)
}

/** Does `auth` say that this socket belongs to the person in `userData`? */
export function isUserAuth(app: AppKey, auth: unknown, socketId: string, userData: string) {
  return isSocketAuth(app, auth, `${socketId}::user::${userData}`)
}

/** Null when the request was signed with our secret a moment ago, else what is wrong with it. The body's digest is part of the query. */
export function findSignatureFault(app: AppKey, method: string, path: string, query: [string, string][], now = Date.now()) {
  const value = (name: string) => query.find(([key]) => key === name)?.[1] ?? ''
  if (!isSame(value('auth_key'), app.key)) return 'Unknown auth_key'
  if (value('auth_version') !== '1.0') return 'Unknown auth_version'
  if (!isRecent(value('auth_timestamp'), now)) return `Timestamp expired: not within ${TIMESTAMP_TOLERANCE}s of server time`
  if (!isSame(value('auth_signature'), sign(app.secret, textToSign(method, path, query)))) return 'Invalid signature'
  return null
}

/** Is this the body that the signed query speaks of? */
export function isBodyDigest(digest: string | undefined, body: Buffer) {
  if (body.length === 0) return digest === undefined || isSame(digest, md5(body))
  return isSame(digest ?? '', md5(body))
}

function isSocketAuth({ key, secret }: AppKey, auth: unknown, text: string) {
  return typeof auth === 'string' && isSame(auth, `${key}:${sign(secret, text)}`)
}

function textToSign(method: string, path: string, query: [string, string][]) {
  const signed = query.filter(([key]) => key !== 'auth_signature').sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return [method, path, signed.map(([key, value]) => `${key}=${value}`).join('&')].join('\n')
}

function isRecent(timestamp: string, now: number) {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= TIMESTAMP_TOLERANCE
}

function sign(secret: string, text: string) {
  return createHmac('sha256', secret).update(text).digest('hex')
}

// MD5 is the protocol's choice; the HMAC over it is what proves where the request comes from.
function md5(body: Buffer) {
  return createHash('md5').update(body).digest('hex')
}

// Digests have one length, so the comparison takes the same time whatever was guessed.
function isSame(given: string, expected: string) {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest())
}
