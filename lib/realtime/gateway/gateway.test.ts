import { expect, test, vi } from 'vitest'
import { APP, next, openClient, openGateway, openListener, openPublisher, openSocket } from './fixtures'
import { startGateway } from './gateway'

test('two subscribers of a private channel hear an event with its data', async () => {
  const gateway = await openGateway()
  const [first, second] = await Promise.all([openListener(gateway, 'private-a'), openListener(gateway, 'private-a')])

  const response = await openPublisher(gateway).trigger('private-a', 'MessageSent', { rev: 3, teks: 'ünï 🙏' })

  expect(await response.json()).toEqual({})
  for (const { heard } of [first, second]) await vi.waitFor(() => expect(heard).toEqual([['MessageSent', { rev: 3, teks: 'ünï 🙏' }]]))
})

test('an event for several channels reaches the listeners of each and nobody else', async () => {
  const gateway = await openGateway()
  const listeners = await Promise.all(['private-a', 'private-b', 'private-c'].map((name) => openListener(gateway, name)))
  const publisher = openPublisher(gateway)

  await publisher.trigger(['private-a', 'private-b', 'private-a'], 'Typing', { n: 1 })
  await publisher.trigger(['private-a', 'private-b', 'private-c'], 'Last', {})

  await vi.waitFor(() => expect(listeners.map(({ heard }) => heard.length)).toEqual([2, 2, 1]))
})

test('a sender that names its socket is the only one who does not hear its event', async () => {
  const gateway = await openGateway()
  const [sender, other] = await Promise.all([openListener(gateway, 'private-a'), openListener(gateway, 'private-a')])
  const publisher = openPublisher(gateway)

  await publisher.trigger('private-a', 'Typing', {}, { socket_id: sender.client.connection.socket_id })
  await publisher.trigger('private-a', 'Last', {})

  await vi.waitFor(() => expect(sender.heard).toEqual([['Last', {}]]))
  await vi.waitFor(() =>
    expect(other.heard).toEqual([
      ['Typing', {}],
      ['Last', {}],
    ]),
  )
})

test('after unsubscribing nothing more is heard, and subscribing again works', async () => {
  const gateway = await openGateway()
  const { client, heard } = await openListener(gateway, 'private-a')
  const publisher = openPublisher(gateway)

  client.unsubscribe('private-a')
  await next(client.subscribe('private-b'), 'pusher:subscription_succeeded')
  await publisher.trigger(['private-a', 'private-b'], 'Missed', {})
  const again = client.subscribe('private-a')
  await next(again, 'pusher:subscription_succeeded')
  const event = next(again, 'Heard')
  await publisher.trigger('private-a', 'Heard', { n: 1 })

  expect(await event).toEqual({ n: 1 })
  expect(heard).toEqual([])
})

test('a batch sends each event to its own channel', async () => {
  const gateway = await openGateway()
  const [a, b] = await Promise.all([openListener(gateway, 'private-a'), openListener(gateway, 'private-b')])

  const response = await openPublisher(gateway).triggerBatch([
    { channel: 'private-a', name: 'One', data: { n: 1 } },
    { channel: 'private-b', name: 'Two', data: { n: 2 } },
  ])

  expect(await response.json()).toEqual({})
  await vi.waitFor(() => expect([a.heard, b.heard]).toEqual([[['One', { n: 1 }]], [['Two', { n: 2 }]]]))
})

test('a key that is not ours is told so and does not come back', async () => {
  const gateway = await openGateway({ key: 'kunci-lain' })
  const client = openClient(gateway)
  const error = next<{ error: { data: { code: number } } }>(client.connection, 'error')

  await next(client.connection, 'disconnected')

  expect((await error).error.data.code).toBe(4001)
})

test('a new socket gets an id that the official library accepts, and the time after which to ping', async () => {
  const gateway = await openGateway({ activityTimeoutSeconds: 77 })
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))

  const { event, data } = raw.messages[0] ?? { event: '', data: '' }
  const established = JSON.parse(String(data))

  expect(event).toBe('pusher:connection_established')
  expect(established).toEqual({ socket_id: expect.stringMatching(/^\d+\.\d+$/), activity_timeout: 77 })
  expect(() => openPublisher(gateway).authorizeChannel(established.socket_id, 'private-a')).not.toThrow()
})

test('a port that is taken is an error that says so', async () => {
  const { port } = await openGateway()

  await expect(startGateway({ host: '127.0.0.1', port, ...APP })).rejects.toMatchObject({ code: 'EADDRINUSE', port })
})
