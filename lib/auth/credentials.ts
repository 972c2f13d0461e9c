import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import type { Asked, AskedHeaders } from './asked'
import { readCookie, sessionCookieName } from './cookie'

/** What a request shows to say who it is from, and through which door it came. */
export interface Credentials {
  readonly token: string
  readonly door: 'bearer' | 'cookie'
}

/** A bearer token counts before a cookie. null when there is neither. */
export function credentialsOf(headers: AskedHeaders): Credentials | null {
  const [, bearer] = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '') ?? []
  if (bearer) return { token: bearer, door: 'bearer' }
  const cookie = readCookie(headers.get('cookie'), sessionCookieName())
  return cookie ? { token: cookie, door: 'cookie' } : null
}

/**
 * A browser sends our cookie whoever made it ask, so a request that changes something and carries the cookie must come from our own pages.
 * The page of another site cannot forge `Origin` or `Sec-Fetch-Site`; a client that sends neither has no business with a cookie.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 * @throws Refusal `cross_site`
 */
export function refuseCrossSite(request: Asked): void {
  if (isReading(request)) return
  const origin = request.headers.get('origin')
  const sameOrigin = origin === null ? request.headers.get('sec-fetch-site') === 'same-origin' : isOurs(origin, request.headers)
  if (!sameOrigin) throw new Refusal('cross_site')
}

/**
 * The same for what an admin reads and is written down: a link must not make them read, nor put a reason into their mouth. Elsewhere a link to
 * something that is read is harmless. An address that was typed (`none`) is theirs, and older browsers say nothing
 * (https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header).
 * @throws Refusal `cross_site`
 */
export function refuseForeignReading(request: Asked): void {
  const site = request.headers.get('sec-fetch-site')
  if (isReading(request) && (site === 'cross-site' || site === 'same-site')) throw new Refusal('cross_site')
}

const isReading = ({ method }: Asked) => method === 'GET' || method === 'HEAD'

/** Ours is the address that the operator named, or the very host that was asked. */
function isOurs(origin: string, headers: AskedHeaders): boolean {
  const { protocol, origin: named } = new URL(env().nextAuthUrl)
  return origin === named || origin === `${protocol}//${headers.get('host')}`
}
