import type { RealtimeConfig } from '@/lib/contract/realtime'
import { env } from '@/lib/env'

/** What `pusher-js` needs. The embedded gateway stands beside the application, so a browser reaches it at the hostname it came by. */
export function realtimeConfigFor(hostname: string): RealtimeConfig {
  const settings = env().pusher
  if (!settings) return { driver: 'polling' }
  const { key, cluster, host, port, useTls, embedded } = settings
  if (embedded) return { driver: 'pusher', key, cluster, host: hostname, port, tls: useTls }
  return { driver: 'pusher', key, cluster, host, port: host ? port : null, tls: useTls }
}

/** The hostname that a request came by, without its port: a browser finds the gateway under the same name. */
export const hostnameOf = (host: string | null): string =>
  host && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '127.0.0.1'
