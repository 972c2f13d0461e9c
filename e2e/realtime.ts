import { expect } from '@playwright/test'
import Pusher, { type Options } from 'pusher-js'
import { demand, type Person } from './clinic'

export type Heard = [event: string, data: unknown]

export interface Listener {
  readonly heard: Heard[]
  readonly client: Pusher
  readonly refusals: number[]
}

const EVENTS = ['MessageSent', 'MessageRead', 'MessageUpdated', 'KonsultasiUpdated', 'Typing']
const open: Pusher[] = []

/** Ends what a test has opened. */
export function hangUp(): void {
  for (const client of open.splice(0)) client.disconnect()
}

/** Listens to a person's channel (one's own, unless told) with a session of theirs. */
export const listen = async (person: Person, channelName = `private-${person.id}`): Promise<Listener> =>
  subscribe(await connect(person), channelName)

/** Listens to a person's own channel at a server on this machine, wherever browsers are told to find it. */
export async function listenAt(port: number, person: Person): Promise<Listener> {
  const { key } = demand(200, await person.api.get<{ key: string }>('/realtime/config'))
  return subscribe(dial(key, { cluster: '', wsHost: '127.0.0.1', wsPort: port, forceTLS: false }, person), `private-${person.id}`)
}

async function subscribe(client: Pusher, channelName: string): Promise<Listener> {
  const listener: Listener = { heard: [], client, refusals: [] }
  const channel = client.subscribe(channelName)
  channel.bind_global((event: string, data: unknown) => {
    if (EVENTS.includes(event)) listener.heard.push([event, data])
  })
  await new Promise<void>((settled) => {
    channel.bind('pusher:subscription_succeeded', () => settled())
    channel.bind('pusher:subscription_error', ({ status }: { status: number }) => {
      listener.refusals.push(status)
      settled()
    })
  })
  return listener
}

/** The official client, with what `/realtime/config` says and a session of theirs; nothing is subscribed to yet. */
export async function connect(person: Person): Promise<Pusher> {
  const config = demand(200, await person.api.get('/realtime/config'))
  if (config.driver !== 'pusher' || config.host === null || config.port === null) throw new Error('this system has no realtime of its own')
  return dial(config.key, { cluster: config.cluster, wsHost: config.host, wsPort: config.port, forceTLS: config.tls }, person)
}

type Place = Pick<Options, 'cluster' | 'wsHost' | 'wsPort' | 'forceTLS'>

function dial(key: string, place: Place, { api, token }: Person): Pusher {
  const signing = (path: string) => ({
    endpoint: `${api.url}/api/v1/realtime/${path}`,
    transport: 'ajax' as const,
    headers: { Authorization: `Bearer ${token}` },
  })
  const client = new Pusher(key, {
    ...place,
    enabledTransports: ['ws'],
    channelAuthorization: signing('auth'),
    userAuthentication: signing('user-auth'),
  })
  open.push(client)
  return client
}

/** Everything that was published before has arrived once this has. */
export async function untilHeard(listener: Listener, event: string, data: unknown): Promise<void> {
  await expect.poll(() => listener.heard).toContainEqual([event, data])
}
