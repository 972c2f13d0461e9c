import WebSocket from 'ws'
import type { PusherSettings } from '@/lib/env-settings'

const PATIENCE_MS = 5000

/** Where browsers open their sockets. https://pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol/ */
export function browsersWay({ cluster, host, port, useTls }: PusherSettings): string {
  return host ? `${useTls ? 'wss' : 'ws'}://${host}:${port}` : `wss://ws-${cluster}.pusher.com`
}

/** Opens a socket as a page does. @returns why none opens there, as the end of a sentence; null when one does */
export function faultOfBrowsersWay(settings: PusherSettings): Promise<string | null> {
  const socket = new WebSocket(`${browsersWay(settings)}/app/${settings.key}?protocol=7&client=js`, { handshakeTimeout: PATIENCE_MS })
  return new Promise<string | null>((resolve) => {
    const late = setTimeout(() => resolve('says nothing'), PATIENCE_MS)
    late.unref()
    socket.on('message', (data) => {
      const { event } = JSON.parse(String(data)) as { event?: string }
      resolve(event === 'pusher:connection_established' ? null : 'does not know our key')
    })
    socket.on('unexpected-response', (_, { statusCode }) => resolve(`answers ${statusCode}, and opens no socket`))
    socket.on('close', () => resolve('closes the socket at once'))
    socket.on('error', (error) => resolve(`cannot be reached (${'code' in error ? String(error.code) : error.message})`))
  }).finally(() => socket.terminate())
}
