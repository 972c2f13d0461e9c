import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { next, openClient, openGateway, openListener, openPublisher, openSocket } from './fixtures'
import type { Gateway } from './gateway'

const QUICK = { activityTimeoutSeconds: 0.1, timeouts: { pong: 0.2, authorization: 60 } }

test('a client that pings is answered', async () => {
  const raw = openSocket(await openGateway())
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))

  raw.say('pusher:ping', {})

  await vi.waitFor(() => expect(raw.messages[1]).toEqual({ event: 'pusher:pong', data: '{}' }))
})

test('a silent socket is pinged, and closed with 4201 when it stays silent', async () => {
  const raw = openSocket(await openGateway(QUICK))

  expect(await raw.closed).toMatchObject({ code: 4201 })
  expect(raw.messages.map(({ event }) => event)).toEqual(['pusher:connection_established', 'pusher:ping'])
})

test('an official client outlives many times the time-out on one connection', async () => {
  const gateway = await openGateway(QUICK)
  const { client, heard } = await openListener(gateway, 'private-a')
  const first = client.connection.socket_id
  const pongs: unknown[] = []
  client.connection.bind('message', ({ event }: { event: string }) => event === 'pusher:pong' && pongs.push(event))

  await vi.waitFor(() => expect(pongs.length).toBeGreaterThan(8), { timeout: 5000 })
  await openPublisher(gateway).trigger('private-a', 'Last', {})

  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(client.connection.socket_id).toBe(first)
})

test('an official client that does not ping by itself answers the ping of the gateway', async () => {
  const client = openClient(await openGateway(QUICK))
  await next(client.connection, 'connected')
  // As in a hidden tab whose timers sleep: it answers, but begins nothing.
  Reflect.set(client.connection, 'activityTimeout', 60_000)
  Reflect.apply(Reflect.get(client.connection, 'resetActivityCheck'), client.connection, [])
  const pings: unknown[] = []
  client.connection.bind('message', ({ event }: { event: string }) => event === 'pusher:ping' && pings.push(event))

  await vi.waitFor(() => expect(pings.length).toBeGreaterThan(4), { timeout: 5000 })

  expect(client.connection.state).toBe('connected')
})

test('a socket that never shows a signature is closed, one that did stays', async () => {
  const gateway = await openGateway({ timeouts: { authorization: 0.3 } })
  const { client, heard } = await openListener(gateway, 'private-a')
  const first = client.connection.socket_id
  const raw = openSocket(gateway)

  expect(await raw.closed).toMatchObject({ code: 4202 })
  await openPublisher(gateway).trigger('private-a', 'Last', {})
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(client.connection.socket_id).toBe(first)
})

test.each([
  ['nothing at all', ''],
  ['half of a handshake', 'GET /app/kunci-uji?protocol=7 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n'],
  ['half of a request', 'POST /apps/4711/events HTTP/1.1\r\nHost: x\r\nContent-Le'],
])('a connection that sends %s is closed', async (_, text) => {
  const gateway = await openGateway({ timeouts: { handshake: 0.2 } })

  await endOf(gateway, text)
})

test('a socket whose other half vanished without a word is given back', async () => {
  const gateway = await openGateway({ ...QUICK, limits: { sockets: 1 }, timeouts: { ...QUICK.timeouts, closing: 0.1 } })
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'

  await endOf(gateway, `GET /app/kunci-uji?protocol=7 HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`)

  await next(openClient(gateway).connection, 'connected')
})

/** Resolves when the gateway ends a connection that said only this and answers nothing. */
function endOf({ port }: Gateway, text: string) {
  return new Promise<void>((resolve) => {
    const stream = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => stream.write(text))
    stream.resume()
    stream.on('end', () => resolve())
    stream.on('error', () => resolve())
    onTestFinished(() => void stream.destroy())
  })
}
