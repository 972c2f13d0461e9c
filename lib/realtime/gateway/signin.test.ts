import { expect, test, vi } from 'vitest'
import { next, openClient, openGateway, openListener, openPublisher, openSocket } from './fixtures'

test('a person who signed in hears what is sent to that person, others do not', async () => {
  const gateway = await openGateway()
  const [client, other] = [openClient(gateway, {}, 'pengguna_1'), openClient(gateway, {}, 'pengguna_2')]
  for (const each of [client, other]) each.signin()
  await Promise.all([client, other].map((each) => next(each.connection, 'connected')))
  await Promise.all([client, other].map((each) => vi.waitFor(() => expect(each.user.serverToUserChannel?.subscribed).toBe(true))))
  const heard: unknown[] = []
  other.user.bind('Hello', () => heard.push('other'))
  const event = next(client.user, 'Hello')
  const last = next(other.user, 'Last')

  await openPublisher(gateway).sendToUser('pengguna_1', 'Hello', { n: 1 })
  await openPublisher(gateway).sendToUser('pengguna_2', 'Last', {})

  expect(await event).toEqual({ n: 1 })
  await last
  expect(heard).toEqual([])
})

test('terminating the connections of a person closes all of them for good, and nobody else’s', async () => {
  const gateway = await openGateway()
  const mine = [openClient(gateway), openClient(gateway)]
  for (const client of mine) client.signin()
  await Promise.all(mine.map((client) => vi.waitFor(() => expect(client.user.user_data?.id).toBe('pengguna_1'))))
  const other = await openListener(gateway, 'private-pengguna_2')
  const errors = mine.map((client) => next<{ data: { code: number } }>(client.connection, 'error'))
  const ends = mine.map((client) => next(client.connection, 'disconnected'))

  const response = await openPublisher(gateway).terminateUserConnections('pengguna_1')

  expect(await response.json()).toEqual({})
  expect(JSON.stringify(await Promise.all(errors))).toContain('4009')
  await Promise.all(ends)
  expect(other.client.connection.state).toBe('connected')
})

test('a client that never signed in but listens to the channel of a person is closed with that person', async () => {
  const gateway = await openGateway()
  const { client } = await openListener(gateway, 'private-pengguna_1')
  const end = next(client.connection, 'disconnected')

  await openPublisher(gateway).terminateUserConnections('pengguna_1')

  await end
})

test('someone who is being closed cannot subscribe on the way out', async () => {
  const gateway = await openGateway()
  const publisher = openPublisher(gateway)
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))
  const own = JSON.parse(String(raw.messages[0]?.data)).socket_id

  // It does not answer the close either, so the gateway has to wait for it.
  raw.socket.pause()
  raw.say('pusher:signin', { auth: 'kunci-uji:false', user_data: '{"id":"pengguna_1"}' })
  raw.say('pusher:subscribe', { channel: 'private-a', ...publisher.authorizeChannel(own, 'private-a') })
  await publisher.get({ path: '/channels' })
  const channels = await (await publisher.get({ path: '/channels' })).json()
  raw.socket.resume()

  expect((await raw.closed).code).toBe(4009)
  expect(channels).toEqual({ channels: {} })
  expect(raw.messages).toHaveLength(1)
})

test.each([
  ['with user data that was not signed', (sign: Sign) => ({ ...sign('pengguna_1'), user_data: '{"id":"pengguna_2"}' })],
  ['without user data', (sign: Sign) => ({ auth: sign('pengguna_1').auth })],
  ['without a signature', () => ({ user_data: '{"id":"pengguna_1"}' })],
])('signing in %s closes the socket', async (_, forge) => {
  const gateway = await openGateway()
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))
  const own = JSON.parse(String(raw.messages[0]?.data)).socket_id

  raw.say(
    'pusher:signin',
    forge((id) => openPublisher(gateway).authenticateUser(own, { id })),
  )

  expect((await raw.closed).code).toBe(4009)
})

test('a socket cannot become another person', async () => {
  const gateway = await openGateway()
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))
  const own = JSON.parse(String(raw.messages[0]?.data)).socket_id
  const sign = (id: string) => openPublisher(gateway).authenticateUser(own, { id })

  raw.say('pusher:signin', sign('pengguna_1'))
  raw.say('pusher:signin', sign('pengguna_1'))
  raw.say('pusher:signin', sign('pengguna_2'))

  expect((await raw.closed).code).toBe(4009)
  expect(raw.messages.slice(1).map(({ event }) => event)).toEqual(['pusher:signin_success', 'pusher:signin_success'])
})

test('the channel of a person is not open to a socket that is not signed in as that person', async () => {
  const gateway = await openGateway()
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))

  raw.say('pusher:subscribe', { channel: '#server-to-user-pengguna_1', auth: '' })

  await vi.waitFor(() => expect(raw.messages[1]).toMatchObject({ event: 'pusher:subscription_error', data: { status: 401 } }))
})

type Sign = (id: string) => { auth: string; user_data: string }

test('a signature from before the end of a session is worth nothing after it, on whatever socket it was kept for', async () => {
  const gateway = await openGateway()
  const publisher = openPublisher(gateway)
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))
  const own = JSON.parse(String(raw.messages[0]?.data)).socket_id
  const kept = { channel: 'private-pengguna_1', ...publisher.authorizeChannel(own, 'private-pengguna_1') }
  raw.say('pusher:subscribe', kept)
  await vi.waitFor(() => expect(raw.messages.at(-1)?.event).toBe('pusher_internal:subscription_succeeded'))
  raw.say('pusher:unsubscribe', { channel: kept.channel })
  raw.say('pusher:ping', {})
  await vi.waitFor(() => expect(raw.messages.at(-1)?.event).toBe('pusher:pong'))

  await publisher.terminateUserConnections('pengguna_1')
  raw.say('pusher:subscribe', kept)

  await vi.waitFor(() => expect(raw.messages.at(-1)).toMatchObject({ event: 'pusher:subscription_error', data: { status: 401 } }))
  // Who comes anew, with a signature of theirs, is let in; so is everybody else.
  raw.say('pusher:subscribe', { channel: 'private-pengguna_2', ...publisher.authorizeChannel(own, 'private-pengguna_2') })
  await vi.waitFor(() => expect(raw.messages.at(-1)?.event).toBe('pusher_internal:subscription_succeeded'))
  const { client } = await openListener(gateway, 'private-pengguna_1')
  expect(client.connection.state).toBe('connected')
})

test('nor may a socket sign in as a person whose access ended while it was open', async () => {
  const gateway = await openGateway()
  const publisher = openPublisher(gateway)
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))
  const own = JSON.parse(String(raw.messages[0]?.data)).socket_id
  const kept = publisher.authenticateUser(own, { id: 'pengguna_1' })

  await publisher.terminateUserConnections('pengguna_1')
  raw.say('pusher:signin', { ...kept })

  expect(await raw.closed).toMatchObject({ code: 4009 })
})
