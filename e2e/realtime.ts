import { expect } from '@playwright/test'
import Pusher from 'pusher-js'
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
export async function listen(person: Person, channelName = `private-${person.id}`): Promise<Listener> {
  const client = await connect(person)
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
export async function connect({ api, token }: Person): Promise<Pusher> {
  const config = demand(200, await api.get('/realtime/config'))
  if (config.driver !== 'pusher' || config.host === null || config.port === null) throw new Error('this system has no realtime of its own')
  const client = new Pusher(config.key, {
    cluster: config.cluster,
    wsHost: config.host,
    wsPort: config.port,
    forceTLS: config.tls,
    enabledTransports: ['ws'],
    channelAuthorization: {
      endpoint: `${api.url}/api/v1/realtime/auth`,
      transport: 'ajax',
      headers: { Authorization: `Bearer ${token}` },
    },
    userAuthentication: {
      endpoint: `${api.url}/api/v1/realtime/user-auth`,
      transport: 'ajax',
      headers: { Authorization: `Bearer ${token}` },
    },
  })
  open.push(client)
  return client
}

/** Everything that was published before has arrived once this has. */
export async function untilHeard(listener: Listener, event: string, data: unknown): Promise<void> {
  await expect.poll(() => listener.heard).toContainEqual([event, data])
}
