import { ApiError } from './api-error'
import { isChannelName } from './channels'
import { type EventRequest, readBatch, readEvent, readInfo } from './event-request'
import type { Hub } from './hub'
import { CLOSURE } from './protocol'

/** A call that was signed by us and is whole: what is left is to do it. */
interface ApiCall {
  hub: Hub
  /** What stands in the variable part of the path, decoded. */
  name: string
  query: Map<string, string>
  body: unknown
}

export interface Resource {
  method: 'GET' | 'POST'
  /** After `/apps/{id}`; its group is the name. */
  path: RegExp
  answer: (call: ApiCall) => object
}

/** https://pusher.com/docs/channels/library_auth_reference/rest-api */
export const RESOURCES: Resource[] = [
  { method: 'POST', path: /^\/events$/, answer: postEvent },
  { method: 'POST', path: /^\/batch_events$/, answer: postBatch },
  { method: 'POST', path: /^\/users\/([^/]+)\/terminate_connections$/, answer: postTerminate },
  { method: 'GET', path: /^\/channels$/, answer: getChannels },
  { method: 'GET', path: /^\/channels\/([^/]+)$/, answer: getChannel },
  { method: 'GET', path: /^\/channels\/([^/]+)\/users$/, answer: getChannelUsers },
]

function postEvent({ hub, body }: ApiCall) {
  const event = readEvent(body)
  hub.publish(event)
  return event.info.length > 0 ? { channels: factsOfAll(hub, event.channels, event.info) } : {}
}

function postBatch({ hub, body }: ApiCall) {
  const events = readBatch(body)
  for (const event of events) hub.publish(event)
  return events.some(({ info }) => info.length > 0) ? { batch: events.map((event) => factsOfEvent(hub, event)) } : {}
}

/** Closes them for good; with `kembali` (not in Pusher's API) they are asked to come back, and to show again that they may listen. */
function postTerminate({ hub, name, query }: ApiCall) {
  hub.terminateUser(name, query.has('kembali') ? CLOSURE.sessionEnded : CLOSURE.unauthorized)
  return {}
}

function getChannels({ hub, query }: ApiCall) {
  const info = readInfo(query.get('info'))
  refuseUserCount(info)
  return { channels: factsOfAll(hub, hub.channels.names(query.get('filter_by_prefix')), info) }
}

function getChannel({ hub, name, query }: ApiCall) {
  if (!isChannelName(name)) throw new ApiError(400, 'Invalid channel name')
  const info = readInfo(query.get('info'))
  refuseUserCount(info)
  return { occupied: hub.channels.count(name) > 0, ...factsOf(hub, name, info) }
}

function getChannelUsers(): never {
  throw new ApiError(400, 'Users can only be retrieved for presence channels')
}

function factsOfEvent(hub: Hub, { channels, info }: EventRequest) {
  return channels.map((channel) => factsOf(hub, channel, info))[0]
}

function factsOfAll(hub: Hub, channels: string[], info: string[]) {
  return Object.fromEntries(channels.map((channel) => [channel, factsOf(hub, channel, info)]))
}

function factsOf(hub: Hub, channel: string, info: string[]) {
  return info.includes('subscription_count') ? { subscription_count: hub.channels.count(channel) } : {}
}

function refuseUserCount(info: string[]) {
  if (info.includes('user_count')) throw new ApiError(400, 'Cannot retrieve the user count unless the channel is a presence channel')
}
