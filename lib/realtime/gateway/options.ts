/** What one client, or all of them together, may take from the gateway. */
interface GatewayLimits {
  /** Open sockets in all; one more is told 4100 and tries again later. */
  sockets: number
  /** Open sockets from one address. No limit unless set: behind a proxy everybody has the proxy's address. */
  socketsPerAddress: number
  channelsPerSocket: number
  /** One message from a client; a larger one closes its socket with 1009. */
  messageBytes: number
  /** Messages from one client, over time and at once; more closes its socket with 4301. */
  messagesPerSecond: number
  messagesAtOnce: number
  /** What may wait unsent for one client before its socket is cut. */
  bufferBytes: number
  /** The body of one HTTP request. Room for ten events of 10 kB, escaped. */
  bodyBytes: number
}

/** How long the gateway waits for others, in seconds. */
interface GatewayTimeouts {
  /** For the answer to a ping. */
  pong: number
  /** For a first private channel or a sign-in on a new socket. */
  authorization: number
  /** For the headers of a request or a handshake; a whole request may take twice as long. */
  handshake: number
  /** For the other side's half of a closing handshake. */
  closing: number
}

/** Gets names and numbers only: never a key, a signature, a channel or a payload. */
type GatewayLog = (message: string, fields?: Record<string, string | number>) => void

export interface GatewayOptions {
  host: string
  /** 0 takes any free port. */
  port: number
  appId: string
  key: string
  secret: string
  limits?: Partial<GatewayLimits>
  /** Silence after which a client pings; told to it when it connects. */
  activityTimeoutSeconds?: number
  timeouts?: Partial<GatewayTimeouts>
  log?: GatewayLog
}

export interface GatewaySettings {
  appId: string
  key: string
  secret: string
  limits: GatewayLimits
  activityTimeoutSeconds: number
  timeouts: GatewayTimeouts
  log: GatewayLog
}

const LIMITS: GatewayLimits = {
  sockets: 5000,
  socketsPerAddress: Number.POSITIVE_INFINITY,
  channelsPerSocket: 20,
  messageBytes: 16 * 1024,
  messagesPerSecond: 10,
  messagesAtOnce: 60,
  bufferBytes: 1024 * 1024,
  bodyBytes: 256 * 1024,
}

const TIMEOUTS: GatewayTimeouts = { pong: 30, authorization: 30, handshake: 5, closing: 1 }

/** Fills in what was left out. 120 s of silence is what the hosted service tells its clients. */
export function completeOptions(options: GatewayOptions): GatewaySettings {
  const { appId, key, secret } = options
  return {
    appId,
    key,
    secret,
    limits: { ...LIMITS, ...options.limits },
    activityTimeoutSeconds: options.activityTimeoutSeconds ?? 120,
    timeouts: { ...TIMEOUTS, ...options.timeouts },
    log: options.log ?? (() => {}),
  }
}
