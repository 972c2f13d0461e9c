/** Next.js calls this once, before the first request: from then on the web server knows what a page may do (lib/cli/page-headers.mjs). */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { pagePolicy } = await import('@/lib/http/page-policy')
  const { realtimeConfigFor } = await import('@/lib/realtime/config')
  const { onePerProcess } = await import('@/lib/cli/one-per-process.mjs')
  const development = process.env.NODE_ENV === 'development'
  onePerProcess('page policy', (): { policy?: PolicyOf } => ({})).policy = (nonce, host) =>
    pagePolicy({ nonce, realtime: realtimeConfigFor(host), development })
}

/** The policy of a page with this nonce, asked for at this host. */
type PolicyOf = (nonce: string, host: string | null) => string
