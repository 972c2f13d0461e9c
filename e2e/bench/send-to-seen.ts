import { randomUUID } from 'node:crypto'
import PusherClient from 'pusher-js'
import { bearer, type Place, pesanOf } from './cases'
import { call, medianOf } from './drive'
import type { Target } from './load'

/** Median milliseconds from before the dokter's send to when the pasien's client has read that very pesan. */
export interface SendToSeen {
  readonly liveMs: number
  readonly pollingMs: number
}

const POLL_MS = 2000

export async function measureSendToSeen(place: Place, { live, polled }: { live: number; polled: number }): Promise<SendToSeen> {
  const first = place.targets[0] as Target
  return { liveMs: medianOf(await seeLive(place, first, live)), pollingMs: medianOf(await seeByPolling(place, first, polled)) }
}

/** The pasien's client subscribes with the official library, and asks `since` for every event that it hears. */
async function seeLive(place: Place, target: Target, count: number): Promise<number[]> {
  const client = await connect(place, target)
  const channel = client.subscribe(`private-${target.pasienId}`)
  await new Promise<void>((done, fail) => {
    channel.bind('pusher:subscription_succeeded', () => done())
    channel.bind('pusher:subscription_error', () => fail(new Error('The channel was refused.')))
  })
  const waits: number[] = []
  for (let n = 0; n < count; n++) {
    const rev = await revOf(place, target)
    const heard = new Promise<void>((done) => channel.bind('MessageSent', () => done()))
    const started = performance.now()
    const sent = send(place, target)
    await heard
    await read(place, target, rev)
    waits.push(performance.now() - started)
    await sent
    channel.unbind('MessageSent')
  }
  client.disconnect()
  return waits
}

/** Pages that poll every 2 s, each from its own moment on; what they wait for is sent meanwhile. */
async function seeByPolling(place: Place, target: Target, count: number): Promise<number[]> {
  const pollers = Array.from({ length: count }, async (_, n) => {
    const from = await revOf(place, target)
    const started = performance.now()
    const { id } = await send(place, target)
    // Spread evenly over the interval: a pesan is sent at any moment between two polls.
    await pause((POLL_MS * (n + 0.5)) / count)
    while (!(await read(place, target, from)).some((pesan) => pesan.id === id)) await pause(POLL_MS)
    return performance.now() - started
  })
  return Promise.all(pollers)
}

async function connect(place: Place, { token }: Target): Promise<PusherClient> {
  const { body } = await call(place.agent, place.port, { method: 'GET', path: '/api/v1/realtime/config', headers: bearer(token) })
  const config = JSON.parse(body).data
  return new PusherClient(config.key, {
    cluster: config.cluster,
    wsHost: config.host,
    wsPort: config.port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      endpoint: `http://127.0.0.1:${place.port}/api/v1/realtime/auth`,
      transport: 'ajax',
      headers: bearer(token),
    },
  })
}

async function send(place: Place, { konsultasiId, dokterToken }: Target): Promise<{ id: string }> {
  const body = JSON.stringify({ konsultasi_id: konsultasiId, pesan: 'Bagaimana keadaannya hari ini?', client_id: randomUUID() })
  return JSON.parse(
    (await call(place.agent, place.port, { method: 'POST', path: '/api/v1/pesan', headers: bearer(dokterToken), body })).body,
  ).data
}

const revOf = async (place: Place, target: Target): Promise<number> => (await page(place, target, '?per_page=1')).meta.rev

/** Large enough for all that others sent meanwhile: what does not fit on the page would never be seen here. */
const read = async (place: Place, target: Target, since: number): Promise<{ id: string }[]> =>
  (await page(place, target, `?since=${since}&per_page=100`)).data

async function page({ agent, port }: Place, target: Target, query: string) {
  return JSON.parse((await call(agent, port, { method: 'GET', path: `${pesanOf(target)}${query}`, headers: bearer(target.token) })).body)
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
