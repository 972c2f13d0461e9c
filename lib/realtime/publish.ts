import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import Pusher from 'pusher'
import type { PesanRow } from '@/lib/data/pesan'
import { toId } from '@/lib/domain/id'
import { type KonsultasiHead, peopleOf } from '@/lib/domain/konsultasi'
import { env } from '@/lib/env'
import type { PusherSettings } from '@/lib/env-settings'
import { log } from '@/lib/log'
import { channelOf, type EventName, type Events } from './channels'

/** How long a publication may take, in milliseconds. Nobody waits for it: pages that hear nothing ask by themselves. */
const PUBLISH_MS = 3000

/** One call at a time over one connection, given up before the server's own 5 s of patience with an idle one. */
const CONNECTION = { keepAlive: true, maxSockets: 1, timeout: 4000 }

/** Pusher's own limit on events in one call. */
const BATCH_MAX = 10

/** What waits while the realtime server is away; beyond that news is dropped, for it only says "look". */
const QUEUE_MAX = 1000

const shared = globalThis as { sapaPusher?: Pusher | null }

/** The official client, or null where pages poll. Also signs people in to their channels. */
export function pusher(): Pusher | null {
  const settings = env().pusher
  if (shared.sapaPusher === undefined) shared.sapaPusher = settings && openPusher(settings)
  return shared.sapaPusher
}

/** The official client for a realtime server that is named otherwise than by this process's settings. */
export function openPusher(settings: PusherSettings): Pusher {
  const { appId, key, secret, cluster } = settings
  const { host, port, useTls } = settings.inside ?? settings
  const place = host ? { host, port: String(port) } : { cluster }
  const agent = new (useTls ? HttpsAgent : HttpAgent)(CONNECTION)
  return new Pusher({ appId, key, secret, useTLS: useTls, timeout: PUBLISH_MS, agent, ...place })
}

type Batched = { channel: string; name: EventName; data: Events[EventName] }

const waiting: Batched[] = []
let isPublishing = false

/**
 * Tells these people (UUIDs) to look. Call it after the commit, and do not wait for it: it never throws and never slows the fact.
 * Events that come while a call is under way go out together with the next one.
 */
export function publish<Name extends EventName>(name: Name, data: Events[Name], penggunaIds: string[]): void {
  if (!pusher() || waiting.length > QUEUE_MAX) return
  for (const id of penggunaIds) waiting.push({ channel: channelOf(toId('pengguna', id)), name, data })
  if (!isPublishing) void publishWaiting()
}

async function publishWaiting(): Promise<void> {
  isPublishing = true
  while (waiting.length > 0) await publishBatch(waiting.splice(0, BATCH_MAX))
  isPublishing = false
}

async function publishBatch(batch: Batched[]): Promise<void> {
  try {
    await pusher()?.triggerBatch(batch)
  } catch (error) {
    log.warn('realtime did not take an event', { count: batch.length, error })
  }
}

/** How many sockets listen to the channel of a person, or null where nobody can say: hosted Pusher tells that to its owner, on its own pages. */
export async function countListeners(): Promise<number | null> {
  const client = pusher()
  if (!client || !env().pusher?.embedded) return null
  const answer = await client.get({ path: '/channels', params: { filter_by_prefix: 'private-', info: 'subscription_count' } })
  const { channels } = (await answer.json()) as { channels: Record<string, { subscription_count: number }> }
  return Object.values(channels).reduce((sum, channel) => sum + channel.subscription_count, 0)
}

/** Tells both people about one pesan. */
export function publishPesan(
  name: 'MessageSent' | 'MessageUpdated',
  k: Pick<KonsultasiHead, 'pasienId' | 'dokterId'>,
  pesan: PesanRow,
): void {
  const ids = { konsultasi_id: toId('konsultasi', pesan.konsultasi_id), pesan_id: toId('pesan', pesan.id), rev: pesan.rev }
  publish(name, name === 'MessageSent' ? { ...ids, urutan: pesan.urutan } : ids, peopleOf(k))
}

/** Tells both people how far the reader has read. */
export function publishRead(k: KonsultasiHead, { sampai, rev }: { sampai: number; rev: number }): void {
  publish('MessageRead', { konsultasi_id: toId('konsultasi', k.id), sampai, rev }, peopleOf(k))
}

/** Tells both people that a konsultasi was booked or has another status. */
export function publishKonsultasi(k: KonsultasiHead): void {
  publish('KonsultasiUpdated', { konsultasi_id: toId('konsultasi', k.id), status: k.status, rev: k.rev }, peopleOf(k))
}
