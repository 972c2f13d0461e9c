import type { Peran } from '@/lib/domain/pengguna'

/** A host that no address resolves to: what leaves it was no path. RFC 2606, 2. */
const NOWHERE = 'http://sapa.invalid'

/**
 * The page that asked for signing in, as a path on this very site, or null. Parsed as the browser will (WHATWG URL): `//evil`, `/\evil`,
 * `/.//evil` and `javascript:` all lead elsewhere. An absolute address counts when it is at `origin`.
 */
export function safePath(callbackUrl: string | null | undefined, origin?: string): string | null {
  if (!callbackUrl || !(callbackUrl.startsWith('/') || (origin && callbackUrl.startsWith(`${origin}/`)))) return null
  const url = parsed(callbackUrl.startsWith('/') ? callbackUrl : callbackUrl.slice(origin?.length))
  if (!url || url.origin !== NOWHERE || url.pathname.startsWith('//')) return null
  return url.pathname + url.search + url.hash
}

/** Where to go after signing in: the page that asked for it (of one's own wing, or about one's account), else one's own wing. */
export function destinationFor(peran: Peran, callbackUrl: string | null | undefined, origin?: string): string {
  const path = safePath(callbackUrl, origin)
  const isIn = (wing: string) => path !== null && new RegExp(`^/${wing}([/?#]|$)`).test(path)
  return path !== null && (isIn(peran) || isIn('akun')) ? path : `/${peran}`
}

function parsed(path: string): URL | null {
  try {
    return new URL(path, NOWHERE)
  } catch {
    return null
  }
}
