import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { next, openClient, openGateway, openListener, openPublisher, openSocket, type RawSocket } from './fixtures'

const isIntroduced = (raw: RawSocket) => vi.waitFor(() => expect(raw.messages).toHaveLength(1))

test('a frame that is too large closes its own socket only', async () => {
  const gateway = await openGateway({ limits: { messageBytes: 1000 } })
  const { client, heard } = await openListener(gateway, 'private-a')
  const raw = openSocket(gateway)
  await isIntroduced(raw)

  raw.socket.send('x'.repeat(1001))

  expect((await raw.closed).code).toBe(1009)
  await openPublisher(gateway).trigger('private-a', 'Last', {})
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(client.connection.state).toBe('connected')
})

test('a binary frame closes its own socket only', async () => {
  const raw = openSocket(await openGateway())
  await isIntroduced(raw)

  raw.socket.send(Buffer.from([0, 1, 2]))

  expect((await raw.closed).code).toBe(1003)
})

test.each(['{', 'null', '[]', '"x"', '{"event":1}', '{"data":{}}', '['.repeat(10_000), '\ud800', ''])(
  '%j is answered with an error',
  async (text) => {
    const raw = openSocket(await openGateway())
    await isIntroduced(raw)

    raw.socket.send(text)

    await vi.waitFor(() => expect(raw.messages[1]).toMatchObject({ event: 'pusher:error', data: { code: null } }))
  },
)

test('bytes that are no WebSocket frames close their own socket only', async () => {
  const gateway = await openGateway()
  const { heard } = await openListener(gateway, 'private-a')
  const raw = openSocket(gateway)
  await isIntroduced(raw)

  Reflect.get(raw.socket, '_socket').write(Buffer.from('ffffffffffffffffffffffffffff', 'hex'))

  await raw.closed
  await openPublisher(gateway).trigger('private-a', 'Last', {})
  await vi.waitFor(() => expect(heard).toHaveLength(1))
})

const known = fc.constantFrom('pusher:subscribe', 'pusher:unsubscribe', 'pusher:signin', 'pusher:ping', 'pusher:pong', 'client-x')
const fields = fc.record(
  { channel: fc.anything(), auth: fc.anything(), user_data: fc.anything(), channel_data: fc.anything() },
  { requiredKeys: [] },
)
const message = fc.record({ event: fc.oneof(known, fc.anything()), data: fc.oneof(fields, fc.json(), fc.anything()) })
const frame = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), message.map(encode), fc.uint8Array())

test('whatever one socket sends, others are served as before', async () => {
  const gateway = await openGateway()
  const { client, heard } = await openListener(gateway, 'private-a')
  const first = client.connection.socket_id
  const publisher = openPublisher(gateway)
  const garbage = fc.asyncProperty(fc.array(frame, { maxLength: 20 }), async (frames) => {
    const raw = openSocket(gateway)
    await isIntroduced(raw)
    for (const each of frames) raw.socket.send(each)
    raw.socket.close()
    await raw.closed
    heard.length = 0
    await publisher.trigger('private-a', 'Still', {})
    await vi.waitFor(() => expect(heard).toEqual([['Still', {}]]))
  })

  await fc.assert(garbage, { numRuns: 40 })

  expect(client.connection.socket_id).toBe(first)
}, 30_000)

test('a client that does not read is cut off when too much waits for it, and the others hear everything', async () => {
  const gateway = await openGateway({ limits: { bufferBytes: 50_000 } })
  const publisher = openPublisher(gateway)
  const { heard } = await openListener(gateway, 'private-a')
  const slow = openClient(gateway)
  await next(slow.subscribe('private-a'), 'pusher:subscription_succeeded')
  pauseReading(slow)
  const event = { channel: 'private-a', name: 'Big', data: 'x'.repeat(10_000) }

  let sent = 0
  for (let left = 2; left > 1 && sent < 5000; sent += 10) {
    await publisher.triggerBatch(Array.from({ length: 10 }, () => ({ ...event })))
    const response = await publisher.get({ path: '/channels/private-a', params: { info: 'subscription_count' } })
    left = (await response.json()).subscription_count
  }

  expect(sent).toBeLessThan(5000)
  await vi.waitFor(() => expect(heard).toHaveLength(sent), { timeout: 5000 })
}, 30_000)

function encode(value: unknown) {
  return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each)) ?? ''
}

/** As a sleeping laptop: the connection is there, nobody takes anything from it. */
function pauseReading(client: ReturnType<typeof openClient>) {
  const stream = ['connection', 'transport', 'socket', '_stream'].reduce<object>(
    (object, name) => Reflect.get(object, name),
    client.connection,
  )
  Reflect.apply(Reflect.get(stream, 'pause'), stream, [])
}
