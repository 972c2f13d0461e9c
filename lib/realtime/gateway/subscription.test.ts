import { expect, test, vi } from 'vitest'
import { next, openClient, openGateway, openListener, openPublisher, openSocket } from './fixtures'

const FORGED = { channelAuthorization: { customHandler: forge } }

function forge(_: object, done: (error: null, data: { auth: string }) => void) {
  done(null, { auth: `kunci-uji:${'0'.repeat(64)}` })
}

test('a signature that is not ours is refused, and the socket may still listen elsewhere', async () => {
  const gateway = await openGateway()
  const client = openClient(gateway, FORGED)

  const refusal = await next(client.subscribe('private-a'), 'pusher:subscription_error')

  expect(refusal).toMatchObject({ type: 'AuthError', status: 401 })
  expect(client.connection.state).toBe('connected')
})

test('a signature for another socket, another channel or with other data is refused', async () => {
  const gateway = await openGateway()
  const publisher = openPublisher(gateway)
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))
  const own = JSON.parse(String(raw.messages[0]?.data)).socket_id

  raw.say('pusher:subscribe', { channel: 'private-a', ...publisher.authorizeChannel('1.1', 'private-a') })
  raw.say('pusher:subscribe', { channel: 'private-a', ...publisher.authorizeChannel(own, 'private-b') })
  raw.say('pusher:subscribe', { channel: 'private-a', ...publisher.authorizeChannel(own, 'private-a'), channel_data: '{}' })
  raw.say('pusher:subscribe', { channel: 'private-a', auth: { $gt: '' } })
  raw.say('pusher:subscribe', { channel: 'private-a' })
  raw.say('pusher:subscribe', { channel: 'private-a', ...publisher.authorizeChannel(own, 'private-a') })

  await vi.waitFor(() => expect(raw.messages).toHaveLength(7))
  expect(raw.messages.slice(1).map(({ event }) => event)).toEqual([
    ...Array(5).fill('pusher:subscription_error'),
    'pusher_internal:subscription_succeeded',
  ])
})

test.each(['public', 'presence-a', 'private-encrypted-a', 'private-cache-a', 'cache-a'])(
  '%s is a kind of channel that is not served',
  async (name) => {
    const gateway = await openGateway()
    const raw = openSocket(gateway)
    await vi.waitFor(() => expect(raw.messages).toHaveLength(1))
    const own = JSON.parse(String(raw.messages[0]?.data)).socket_id

    raw.say('pusher:subscribe', {
      channel: name,
      auth: openPublisher(gateway, {}).authorizeChannel(own, name.replace('encrypted', 'x')).auth,
    })

    await vi.waitFor(() =>
      expect(raw.messages[1]).toMatchObject({ event: 'pusher:subscription_error', channel: name, data: { status: 403 } }),
    )
  },
)

test.each(['private-a b', '', `private-${'x'.repeat(200)}`, '#server-to-user-'])('%j is no name of a channel', async (channel) => {
  const raw = openSocket(await openGateway())
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))

  raw.say('pusher:subscribe', { channel, auth: 'x' })

  await vi.waitFor(() => expect(raw.messages[1]).toMatchObject({ event: 'pusher:subscription_error', data: { status: 400 } }))
})

test('one socket has a limited number of channels, and a place is free again after leaving one', async () => {
  const gateway = await openGateway({ limits: { channelsPerSocket: 2 } })
  const { client } = await openListener(gateway, 'private-a')
  await next(client.subscribe('private-b'), 'pusher:subscription_succeeded')

  expect(await next(client.subscribe('private-c'), 'pusher:subscription_error')).toMatchObject({ type: 'LimitReached' })
  client.unsubscribe('private-a')
  await next(client.subscribe('private-d'), 'pusher:subscription_succeeded')
})

test('a client cannot speak to others', async () => {
  const gateway = await openGateway()
  const [speaker, listener] = await Promise.all([openListener(gateway, 'private-a'), openListener(gateway, 'private-a')])
  const refusal = next(speaker.client.connection, 'error')

  speaker.channel.trigger('client-hello', { n: 1 })
  expect(await refusal).toMatchObject({ type: 'PusherError', data: { message: 'Client events are not enabled' } })
  await openPublisher(gateway).trigger('private-a', 'Last', {})

  await vi.waitFor(() => expect(listener.heard).toEqual([['Last', {}]]))
})
