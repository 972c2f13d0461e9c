import type { RealtimeConfig } from '@/lib/contract/realtime'

interface Page {
  readonly nonce: string
  readonly realtime: RealtimeConfig
  /** React's and the bundler's tools evaluate code and write styles; a real page may do neither. */
  readonly development: boolean
}

/**
 * The Content-Security-Policy of a page: scripts by nonce only, styles from our own files, connections to ourselves and the realtime server.
 * https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html
 */
export function pagePolicy({ nonce, realtime, development }: Page): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    ["connect-src 'self'", ...realtimeSources(realtime)].join(' '),
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Where `pusher-js` connects to with this configuration. */
function realtimeSources(config: RealtimeConfig): string[] {
  if (config.driver === 'polling') return []
  if (config.host === null) return isHost(config.cluster) ? clusterSources(config.cluster) : []
  if (!isHost(config.host)) return []
  return [`${config.tls ? 'wss' : 'ws'}://${config.host}${config.port === null ? '' : `:${config.port}`}`]
}

const clusterSources = (cluster: string) => [`wss://ws-${cluster}.pusher.com`, `https://sockjs-${cluster}.pusher.com`]

/** The host of a request is the client's word: nothing else than a host name may slip into the policy with it. */
const isHost = (host: string) => /^[a-z0-9.-]+$/i.test(host) || /^\[[0-9a-f:.]+\]$/i.test(host)
