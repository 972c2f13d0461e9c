/**
 * The words of the Pusher Channels protocol, version 7.
 * https://pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol
 */
export const PROTOCOL_VERSION = 7

/** A close code and what it says. 40xx: do not come back; 41xx: come back after a while; 42xx: come back at once. */
export interface Closure {
  code: number
  reason: string
}

export const CLOSURE = {
  unknownKey: { code: 4001, reason: 'Application does not exist' },
  pathNotFound: { code: 4005, reason: 'Path not found' },
  invalidVersion: { code: 4006, reason: 'Invalid version string format' },
  unsupportedProtocol: { code: 4007, reason: 'Unsupported protocol version' },
  noProtocol: { code: 4008, reason: 'No protocol version supplied' },
  unauthorized: { code: 4009, reason: 'Connection is unauthorized' },
  overCapacity: { code: 4100, reason: 'Over capacity' },
  goingAway: { code: 4200, reason: 'Server is going away' },
  noPong: { code: 4201, reason: 'Pong reply not received' },
  sessionEnded: { code: 4203, reason: 'A session ended: authorize again' },
  inactive: { code: 4202, reason: 'Closed after inactivity' },
  tooManyMessages: { code: 4301, reason: 'Too many messages' },
  binary: { code: 1003, reason: 'Binary frames are not supported' },
} satisfies Record<string, Closure>

export interface ClientMessage {
  event: string
  data: Record<string, unknown>
}

/** Null for whatever is not a JSON object with an event name. Some clients send `data` encoded twice. */
export function readMessage(text: string): ClientMessage | null {
  const message = asObject(parseJson(text))
  if (typeof message?.event !== 'string') return null
  const data = typeof message.data === 'string' ? parseJson(message.data) : message.data
  return { event: message.event, data: asObject(data) ?? {} }
}

/** The parsed value, or undefined for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The value itself when it is a JSON object, not a list. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
}

export const connectionEstablished = (socketId: string, activityTimeout: number) =>
  encode({ event: 'pusher:connection_established', data: JSON.stringify({ socket_id: socketId, activity_timeout: activityTimeout }) })

export const ping = () => encode({ event: 'pusher:ping', data: '{}' })

export const pong = () => encode({ event: 'pusher:pong', data: '{}' })

export const signinSuccess = (userData: string) => encode({ event: 'pusher:signin_success', data: JSON.stringify({ user_data: userData }) })

export const subscriptionSucceeded = (channel: string) => encode({ event: 'pusher_internal:subscription_succeeded', channel, data: '{}' })

export const subscriptionError = (channel: string, refusal: { type: string; error: string; status: number }) =>
  encode({ event: 'pusher:subscription_error', channel, data: refusal })

/** `code` is null for what closes nothing. */
export const protocolError = (code: number | null, message: string) => encode({ event: 'pusher:error', data: { code, message } })

export const channelEvent = (event: string, channel: string, data: string) => encode({ event, channel, data })

function encode(message: { event: string; channel?: string; data: unknown }) {
  return JSON.stringify(message)
}
