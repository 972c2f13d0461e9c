import { ApiError } from './api-error'
import { isChannelName } from './channels'
import type { OutgoingEvent } from './hub'
import { asObject } from './protocol'

// The hosted service's own limits, so that what works here works there. Bytes, names, events.
const DATA_BYTES = 10_240
const NAME_LENGTH = 200
const CHANNELS_PER_EVENT = 100
const EVENTS_PER_BATCH = 10

/** An event, and which facts about its channels the sender wants back. */
export interface EventRequest extends OutgoingEvent {
  info: string[]
}

/** `POST /events`: one event for one or more channels. */
export function readEvent(body: unknown): EventRequest {
  const event = objectOf(body)
  return { ...readContent(event), channels: readChannels(event) }
}

/** `POST /batch_events`: all of them are checked before any is sent. */
export function readBatch(body: unknown): EventRequest[] {
  const { batch } = objectOf(body)
  if (!Array.isArray(batch)) throw new ApiError(400, 'Missing required parameter: batch')
  if (batch.length > EVENTS_PER_BATCH) throw new ApiError(400, `Batch too large (> ${EVENTS_PER_BATCH})`)
  return batch.map((item) => readSingle(objectOf(item)))
}

/** `subscription_count,user_count` as a list. */
export function readInfo(info: unknown) {
  return typeof info === 'string' ? info.split(',') : []
}

function readSingle(event: Record<string, unknown>): EventRequest {
  return { ...readContent(event), channels: [readChannel(event.channel)] }
}

function readContent(event: Record<string, unknown>) {
  return {
    name: readName(event.name),
    data: readData(event.data),
    exceptSocketId: readSocketId(event.socket_id),
    info: readInfo(event.info),
  }
}

function readName(name: unknown) {
  if (typeof name !== 'string' || name === '') throw new ApiError(400, 'Missing required parameter: name')
  if (name.length > NAME_LENGTH) throw new ApiError(400, `Event name too long (> ${NAME_LENGTH})`)
  return name
}

function readData(data: unknown) {
  if (typeof data !== 'string') throw new ApiError(400, 'Missing required parameter: data, a string')
  if (Buffer.byteLength(data) > DATA_BYTES)
    throw new ApiError(413, `The data content of this event exceeds the allowed maximum (${DATA_BYTES} bytes)`)
  return data
}

function readChannels({ channels, channel }: Record<string, unknown>) {
  if (channels === undefined) return [readChannel(channel)]
  if (!Array.isArray(channels) || channels.length === 0) throw new ApiError(400, 'Missing required parameter: channels, a list')
  if (channels.length > CHANNELS_PER_EVENT) throw new ApiError(400, `Too many channels (> ${CHANNELS_PER_EVENT})`)
  return channels.map(readChannel)
}

function readChannel(channel: unknown) {
  if (!isChannelName(channel)) throw new ApiError(400, 'Invalid channel name')
  return channel
}

function readSocketId(socketId: unknown) {
  if (socketId === undefined || socketId === null) return undefined
  if (typeof socketId !== 'string' || !/^\d+\.\d+$/.test(socketId)) throw new ApiError(400, 'Invalid socket id')
  return socketId
}

function objectOf(value: unknown) {
  const object = asObject(value)
  if (!object) throw new ApiError(400, 'Body must be a JSON object')
  return object
}
