import { type NextRequest, NextResponse } from 'next/server'
import { pagePolicy } from '@/lib/http/page-policy'
import { realtimeConfigFor } from '@/lib/realtime/config'

const WING = /^\/(pasien|dokter|admin|akun)(\/|$)/

/** Gives each page its nonce and policy, and tells it its own path. Nothing relies on this for access. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const policy = pagePolicy({
    nonce,
    realtime: realtimeConfigFor(request.headers.get('host')),
    development: process.env.NODE_ENV === 'development',
  })

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-sapa-path', pathOf(request.nextUrl))
  // Next.js reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (WING.test(request.nextUrl.pathname)) response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/** Path and query as the reader sees them, without what the router adds for itself. */
function pathOf({ pathname, searchParams }: NextRequest['nextUrl']): string {
  const query = new URLSearchParams(searchParams)
  query.delete('_rsc')
  return query.size > 0 ? `${pathname}?${query}` : pathname
}

export const config = {
  // The API answers with a policy of its own, and a proxy in front of it would cut large bodies and slow each poll.
  // What lies in public/ has no page to protect; a service worker has a policy of its own (next.config.js).
  matcher: [
    '/((?!api(?:/|$)|_next/static/|favicon\\.ico$|favicon(?:-kabar)?\\.svg$|ikon-(?:192|512|apel-180|maskable-512)\\.png$|manifest\\.webmanifest$|sw(?:-kabar|-kirim)?\\.js$).*)',
  ],
}
