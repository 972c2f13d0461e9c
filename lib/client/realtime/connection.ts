import type PusherClient from 'pusher-js'
import { askFor, pageHeaders } from '@/lib/client/api/api'
import { createListeners } from '@/lib/client/page/listeners'
import type { RealtimeConfig } from '@/lib/contract/realtime'
import { CONFIG_META, channelOf, type EventName, type Events } from '@/lib/realtime/channels'

/** `connected` only when events really arrive here; with `unavailable` the page lives by polling. */
export type RealtimeState = 'connecting' | 'connected' | 'unavailable'

type EventListener = (event: EventName, data: Events[EventName]) => void

/** This person's one connection for the whole page. Nothing depends on it: whatever fails here, polling goes on. */
export interface RealtimeConnection {
  state(): RealtimeState
  /** Hears each change of the state. */
  subscribe(listener: () => void): () => void
  on(listener: EventListener): () => void
  /** A poll that began at `asked` (Date.now()) found news. Where no event tells of any around then, the page goes on as without realtime until one comes. */
  missed(asked: number): void
}

const EVENTS: readonly EventName[] = ['MessageSent', 'MessageRead', 'MessageUpdated', 'KonsultasiUpdated', 'Typing']

/** Until the next try when the configuration cannot be had or the subscription is refused, in milliseconds. */
const RETRY_MS = 30_000

/** How long before the question or after its answer an event may come, in milliseconds. */
const LATE_MS = 1000

let current: { readonly penggunaId: string; readonly connection: RealtimeConnection; readonly close: () => void } | null = null

/** The connection of whoever uses this page, made at the first call. Only in the browser. */
export function realtimeOf(penggunaId: string): RealtimeConnection {
  if (current?.penggunaId === penggunaId) return current.connection
  current?.close()
  current = { penggunaId, ...openConnection(penggunaId) }
  return current.connection
}

function openConnection(penggunaId: string) {
  const stateListeners = createListeners()
  const eventListeners = createListeners<Parameters<EventListener>>()
  let delivered = deliveredConfig()
  let state: RealtimeState = delivered?.driver === 'polling' ? 'unavailable' : 'connecting'
  let pusher: PusherClient | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let heardAt = 0
  let closed = false

  const become = (next: RealtimeState) => {
    clearTimeout(silence)
    if (next === state) return
    state = next
    stateListeners.tell()
  }
  const later = (act: () => void) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(act, RETRY_MS)
  }

  async function start() {
    try {
      const config = delivered ?? (await askFor('GET /realtime/config')).data
      delivered = null
      if (config.driver === 'polling') return become('unavailable')
      const { default: Pusher } = await import('pusher-js')
      if (!closed) listen(new Pusher(config.key, optionsOf(config)))
    } catch {
      become('unavailable')
      later(start)
    }
  }

  function listen(client: PusherClient) {
    pusher = client
    // As whom this socket listens: so the server can end it together with the session, wherever the realtime server stands.
    client.signin()
    const channel = client.subscribe(channelOf(penggunaId))
    channel.bind('pusher:subscription_succeeded', () => become('connected'))
    channel.bind('pusher:subscription_error', () => {
      become('unavailable')
      later(() => channel.subscribe())
    })
    for (const event of EVENTS)
      channel.bind(event, (data: Events[EventName]) => {
        heardAt = Date.now()
        become('connected')
        eventListeners.tell(event, data)
      })
    // A connection alone brings no events: `connected` waits for the subscription.
    client.connection.bind('state_change', ({ current: now }: { current: string }) => {
      if (now !== 'connected') become(now === 'connecting' || now === 'initialized' ? 'connecting' : 'unavailable')
      // Told to go away, pusher-js stays away for good; the reason may pass.
      if (now === 'disconnected' || now === 'failed') later(() => client.connect())
    })
  }

  // In a task of its own: a page that wakes up is busy enough.
  timer = setTimeout(start)
  return {
    connection: {
      state: () => state,
      subscribe: stateListeners.hear,
      on: eventListeners.hear,
      missed: (asked: number) => {
        clearTimeout(silence)
        const isTold = heardAt > asked - LATE_MS
        if (state === 'connected' && !isTold) silence = setTimeout(() => become('unavailable'), LATE_MS)
      },
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      clearTimeout(silence)
      pusher?.disconnect()
    },
  }
}

/** What came with the page (app/_shell/wing.tsx) need not be asked for. */
function deliveredConfig(): RealtimeConfig | null {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${CONFIG_META}"]`)?.content
  return content ? JSON.parse(content) : null
}

function optionsOf({ cluster, host, port, tls }: Extract<RealtimeConfig, { driver: 'pusher' }>) {
  const own = host === null ? {} : { wsHost: host, ...(port !== null && { wsPort: port, wssPort: port }) }
  return {
    cluster,
    ...own,
    forceTLS: tls,
    // With TLS or without, as configured: never the other way as well, which the page's policy would refuse.
    enabledTransports: ['ws' as const],
    channelAuthorization: { endpoint: '/api/v1/realtime/auth', transport: 'ajax' as const, headersProvider: pageHeaders },
    userAuthentication: { endpoint: '/api/v1/realtime/user-auth', transport: 'ajax' as const, headersProvider: pageHeaders },
  }
}
