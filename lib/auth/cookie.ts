import { env } from '@/lib/env'

/** Whether browsers come by https, so that cookies can be Secure and bound to this host (RFC 6265bis, 4.1.3.2). */
export const isSecure = (): boolean => env().nextAuthUrl.startsWith('https:')

/** The cookie that holds a browser's session token. */
export const sessionCookieName = (): string => (isSecure() ? '__Host-next-auth.session-token' : 'next-auth.session-token')

/** The value of a cookie in a `Cookie` header, or null. Of several of one name the first counts: it is the one with the longest path (RFC 6265, 5.4). */
export function readCookie(header: string | null, name: string): string | null {
  if (!header) return null
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return null
}

/** A `Set-Cookie` that makes the browser forget its session. */
export const clearedSessionCookie = (): string =>
  `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
