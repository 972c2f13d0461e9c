import type { RealtimeConfig } from '@/lib/contract/realtime'
import { env } from '@/lib/env'

/**
 * What `pusher-js` needs. `asked` is the `Host` of the request. The embedded gateway is reached through the application's own port
 * (lib/cli/realtime-bridge.mjs): under https at the address that the operator named, whatever a proxy makes of `Host`; else where the request came to.
 */
export function realtimeConfigFor(asked: string | null): RealtimeConfig {
  const settings = env().pusher
  if (!settings) return { driver: 'polling' }
  const { key, cluster, host, port, useTls, embedded } = settings
  if (embedded) return { driver: 'pusher', key, cluster, ...ownPlace(asked, port) }
  return { driver: 'pusher', key, cluster, host, port: host ? port : null, tls: useTls }
}

function ownPlace(asked: string | null, gatewayPort: number) {
  const named = new URL(env().nextAuthUrl)
  if (named.protocol === 'https:') return { host: named.hostname, port: Number(named.port || 443), tls: true }
  const there = new URL(asked && URL.canParse(`http://${asked}`) ? `http://${asked}` : env().nextAuthUrl)
  // Development keeps sockets at this port for its own tools.
  const port = process.env.NODE_ENV === 'development' ? gatewayPort : Number(there.port || 80)
  return { host: there.hostname, port, tls: false }
}
