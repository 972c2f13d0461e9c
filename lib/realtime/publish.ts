import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { setTimeout as delay } from 'node:timers/promises'
import Pusher from 'pusher'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import type { PesanRow } from '@/lib/data/pesan'
import { toId } from '@/lib/domain/id'
import { type KonsultasiHead, peopleOf } from '@/lib/domain/konsultasi'
import { env } from '@/lib/env'
import type { PusherSettings } from '@/lib/env-settings'
import { log } from '@/lib/log'
import { channelOf, type EventName, type Events } from './channels'

/** How long a publication may take, in milliseconds. Nobody waits for it: pages that hear nothing ask by themselves. */
const PUBLISH_MS = 3000

/** Calls at once: with a server 100 ms away they carry 1,600 events a second, twice what 500 sends make. */
const LANES = 16

/** A connection for each call at once, given up before the server's own 5 s of patience with an idle one. */
const CONNECTION = { keepAlive: true, maxSockets: LANES, timeout: 4000 }

/** How long everything waits when the server has had enough (429), in milliseconds. Which time it asks for, the official client does not tell. */
const PAUSE_MS = 1000

/** Pusher's own limit on events in one call. */
const BATCH_MAX = 10

/** What waits while the realtime server is away; beyond that news is dropped, for it only says "look". */
const QUEUE_MAX = 1000

const realtime = onePerProcess('realtime', (): { client?: Pusher | null } => ({}))

/** The official client, or null where pages poll. Also signs people in to their channels. */
export function pusher(): Pusher | null {
  const settings = env().pusher
  if (realtime.client === undefined) realtime.client = settings && openPusher(settings)
  return realtime.client
}

/** The official client for a realtime server that is named otherwise than by this process's settings. */
export function openPusher(settings: PusherSettings): Pusher {
  const { appId, key, secret, cluster } = settings
  const { host, port, useTls } = settings.inside ?? settings
  const place = host ? { host, port: String(port) } : { cluster }
  const agent = new (useTls ? HttpsAgent : HttpAgent)(CONNECTION)
  return believingBodies(new Pusher({ appId, key, secret, useTLS: useTls, timeout: PUBLISH_MS, agent, ...place }))
}

/** soketi was seen to say 200 where it refuses, and what it means in the body: a wrong secret would be noticed by nobody. */
function believingBodies(client: Pusher): Pusher {
  const get = client.get.bind(client)
  const post = client.post.bind(client)
  client.get = async (options) => refuseError(await get(options))
  client.post = async (options) => refuseError(await post(options))
  return client
}

type Answer = Awaited<ReturnType<Pusher['get']>>

async function refuseError(answer: Answer): Promise<Answer> {
  const body = await answer.clone().text()
  const { error, code } = errorIn(body)
  if (error === undefined) return answer
  throw new Pusher.RequestError(
    'the server refused',
    answer.url,
    new Error('refused'),
    typeof code === 'number' ? code : answer.status,
    body,
  )
}

function errorIn(body: string): { error?: unknown; code?: unknown } {
  // What it took it answers with a word or two; a list of channels is longer and begins otherwise.
  return body.startsWith('{"error"') ? (JSON.parse(body) as { error: unknown; code?: unknown }) : {}
}

type Batched = { channel: string; name: EventName; data: Events[EventName] }

const news = onePerProcess('news', () => ({ waiting: [] as Batched[], lanes: 0, isPausing: false }))

/**
 * Tells these people (UUIDs) to look. Call it after the commit, and do not wait for it: it never throws and never slows the fact.
 * Events that come while a call is under way go out together with the next one; only what would not fit into that makes another call beside it.
 */
export function publish<Name extends EventName>(name: Name, data: Events[Name], penggunaIds: string[]): void {
  if (!pusher() || news.waiting.length > QUEUE_MAX) return
  for (const id of penggunaIds) news.waiting.push({ channel: channelOf(toId('pengguna', id)), name, data })
  while (!news.isPausing && isWorthALane()) void publishInLane()
}

const isWorthALane = () => news.waiting.length > 0 && (news.lanes === 0 || (news.lanes < LANES && news.waiting.length >= BATCH_MAX))

async function publishInLane(): Promise<void> {
  news.lanes++
  while (news.waiting.length > 0) {
    const batch = news.waiting.splice(0, BATCH_MAX)
    if (await isTaken(batch)) continue
    news.waiting.unshift(...batch)
    // One comes back to see whether it is enough again.
    if (news.isPausing) break
    news.isPausing = true
    await delay(PAUSE_MS)
    news.isPausing = false
  }
  news.lanes--
}

/** False when the server wants it later. What it does not take at all is dropped. */
async function isTaken(batch: Batched[]): Promise<boolean> {
  try {
    await pusher()?.triggerBatch(batch)
  } catch (error) {
    log.warn('realtime did not take an event', { count: batch.length, error })
    if (error instanceof Pusher.RequestError && error.status === 429) return false
  }
  return true
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

/** Tells its pasien, the dokter for whom it waits now, and the one for whom it did. */
export function publishMoved(k: KonsultasiHead, dariDokterId: string): void {
  publish('KonsultasiUpdated', { konsultasi_id: toId('konsultasi', k.id), status: k.status, rev: k.rev }, [...peopleOf(k), dariDokterId])
}

/** Tells its dokter alone to look: at what is only theirs. */
export function publishToDokter(k: KonsultasiHead): void {
  publish('KonsultasiUpdated', { konsultasi_id: toId('konsultasi', k.id), status: k.status, rev: k.rev }, [k.dokterId])
}

/** Tells both people that a konsultasi was booked or has another status. */
export function publishKonsultasi(k: KonsultasiHead): void {
  publish('KonsultasiUpdated', { konsultasi_id: toId('konsultasi', k.id), status: k.status, rev: k.rev }, peopleOf(k))
}
