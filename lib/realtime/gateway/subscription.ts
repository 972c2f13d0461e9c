import { isChannelName, type Listener, personOf } from './channels'
import type { Endings } from './endings'
import type { GatewaySettings } from './options'
import { isChannelAuth } from './signature'

interface SubscriptionRequest {
  channel: string
  auth: unknown
  channelData: unknown
}

/** What `pusher:subscription_error` carries, in the shape that pusher-js gives for a refusal of its own. */
interface SubscriptionRefusal {
  type: string
  error: string
  status: number
}

// Private by name, but with duties that this gateway does not have.
const OTHER_KINDS = ['private-encrypted-', 'private-cache-']

/** Null when this socket may listen. Everything but a signed private channel, and one's own as a signed-in person, is refused. */
export function findSubscriptionFault(
  request: SubscriptionRequest,
  connection: Listener,
  { settings, endings }: { readonly settings: GatewaySettings; readonly endings: Endings },
): SubscriptionRefusal | null {
  if (!isChannelName(request.channel)) return refusal('InvalidChannel', 'Channel name is invalid', 400)
  if (isFull(connection, request.channel, settings)) return refusal('LimitReached', 'Too many channels on this connection', 403)
  if (personOf(request.channel) !== undefined) return isOwn(request.channel, connection) ? null : notAuthorized()
  if (!isPlainPrivate(request.channel)) return refusal('UnsupportedChannel', 'Only private channels are served here', 403)
  const { channel, auth, channelData } = request
  if (endings.isAfter(connection.bornAt, channel.slice('private-'.length))) return notAuthorized()
  return isChannelAuth(settings, auth, connection.socketId, channel, channelData) ? null : notAuthorized()
}

function isFull(connection: Listener, channel: string, { limits }: GatewaySettings) {
  return connection.channels.size >= limits.channelsPerSocket && !connection.channels.has(channel)
}

const isOwn = (channel: string, connection: Listener) => connection.userId !== null && personOf(channel) === connection.userId

const isPlainPrivate = (channel: string) => channel.startsWith('private-') && !OTHER_KINDS.some((kind) => channel.startsWith(kind))

const notAuthorized = () => refusal('AuthError', 'Auth value for this subscription is invalid', 401)

const refusal = (type: string, error: string, status: number): SubscriptionRefusal => ({ type, error, status })
