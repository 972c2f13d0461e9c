import { request } from 'node:http'
import { expect, test } from 'vitest'
import { APP, call, openGateway, openListener, openPublisher } from './fixtures'

const BODY = JSON.stringify({ name: 'MessageSent', channels: ['private-a'], data: '{}' })
const PATH = `/apps/${APP.appId}/events`
const now = () => Math.floor(Date.now() / 1000)

test('a request that was signed by hand is accepted: the refusals below are not for another reason', async () => {
  expect(await call(await openGateway(), { body: BODY })).toMatchObject({ status: 200, text: '{}' })
})

test.each([
  ['another secret', { secret: 'salah' }, 401],
  ['another key', { key: 'lain' }, 401],
  ['a time 11 minutes ago', { timestamp: now() - 660 }, 401],
  ['a time in 11 minutes', { timestamp: now() + 660 }, 401],
  ['no time', { timestamp: Number.NaN }, 401],
  ['the digest of another body', { digest: 'd41d8cd98f00b204e9800998ecf8427e' }, 401],
  ['another app', { path: '/apps/1/events' }, 404],
  ['an unknown path', { path: `/apps/${APP.appId}/secrets` }, 404],
  ['no path', { path: '/' }, 404],
  ['a broken escape', { path: `/apps/${APP.appId}/users/%E0%A4%A/terminate_connections` }, 400],
  ['another method', { method: 'DELETE' }, 405],
])('%s is refused', async (_, parts, status) => {
  const gateway = await openGateway()

  expect((await call(gateway, { body: BODY, ...parts })).status).toBe(status)
})

const event = (fields: object) => JSON.stringify({ name: 'N', channels: ['private-a'], data: '{}', ...fields })
const batch = (...events: object[]) => JSON.stringify({ batch: events })
const one = { name: 'N', channel: 'private-a', data: '{}' }

test.each([
  ['no JSON', 'events', '{', 400],
  ['nothing', 'events', '', 400],
  ['a list', 'events', '[]', 400],
  ['null', 'events', 'null', 400],
  ['deep JSON', 'events', `${'['.repeat(100_000)}`, 400],
  ['no name', 'events', event({ name: undefined }), 400],
  ['a long name', 'events', event({ name: 'x'.repeat(201) }), 400],
  ['no data', 'events', event({ data: undefined }), 400],
  ['data that is no string', 'events', event({ data: {} }), 400],
  ['10 kB of data', 'events', event({ data: 'é'.repeat(5120) }), 200],
  ['more than 10 kB of data', 'events', event({ data: `${'é'.repeat(5120)}x` }), 413],
  ['a body that is too large', 'events', event({ data: 'x'.repeat(300_000) }), 413],
  ['no channel', 'events', event({ channels: [] }), 400],
  ['one channel alone', 'events', event({ channels: undefined, channel: 'private-a' }), 200],
  ['a channel that is no name', 'events', event({ channels: ['private a'] }), 400],
  ['a channel that is no string', 'events', event({ channels: [{}] }), 400],
  ['100 channels', 'events', event({ channels: Array(100).fill('private-a') }), 200],
  ['101 channels', 'events', event({ channels: Array(101).fill('private-a') }), 400],
  ['a broken socket id', 'events', event({ socket_id: 'x' }), 400],
  ['10 events at once', 'batch_events', batch(...Array(10).fill(one)), 200],
  ['11 events at once', 'batch_events', batch(...Array(11).fill(one)), 400],
  ['a batch that is no list', 'batch_events', '{"batch":{}}', 400],
  ['a batch of no events', 'batch_events', '{"batch":[null]}', 400],
  ['a batch with large data', 'batch_events', batch(one, { ...one, data: 'x'.repeat(10_241) }), 413],
])('%s: %s answers as the hosted service does', async (_, resource, body, status) => {
  const gateway = await openGateway()

  expect((await call(gateway, { path: `/apps/${APP.appId}/${resource}`, body })).status).toBe(status)
})

test('a batch with one wrong event sends none of them', async () => {
  const gateway = await openGateway()
  const { heard } = await openListener(gateway, 'private-a')
  const publisher = openPublisher(gateway)

  await expect(publisher.triggerBatch([one, { ...one, channel: 'private a' }])).rejects.toMatchObject({ status: 400 })
  await publisher.trigger('private-a', 'Last', {})

  await expect.poll(() => heard).toEqual([['Last', {}]])
})

test('channels are listed while somebody listens', async () => {
  const gateway = await openGateway()
  const publisher = openPublisher(gateway)
  const read = async (path: string, params = {}) => (await publisher.get({ path, params })).json()
  const { client } = await openListener(gateway, 'private-a')
  await openListener(gateway, 'private-a')
  const other = await openListener(gateway, 'private-b')

  expect(await read('/channels')).toEqual({ channels: { 'private-a': {}, 'private-b': {} } })
  expect(await read('/channels', { filter_by_prefix: 'private-b' })).toEqual({ channels: { 'private-b': {} } })
  expect(await read('/channels/private-a')).toEqual({ occupied: true })
  expect(await read('/channels/private-a', { info: 'subscription_count' })).toEqual({ occupied: true, subscription_count: 2 })
  expect(await read('/channels/private-c')).toEqual({ occupied: false })
  await expect(read('/channels/private-a/users')).rejects.toMatchObject({ status: 400 })
  await expect(read('/channels', { info: 'user_count' })).rejects.toMatchObject({ status: 400 })
  other.client.disconnect()
  await expect.poll(() => read('/channels')).toEqual({ channels: { 'private-a': {} } })
  client.disconnect()
  await expect.poll(() => read('/channels/private-a', { info: 'subscription_count' })).toMatchObject({ subscription_count: 1 })
})

test('a sender may ask how many listen', async () => {
  const gateway = await openGateway()
  await openListener(gateway, 'private-a')

  const response = await openPublisher(gateway).trigger(['private-a', 'private-b'], 'N', {}, { info: 'subscription_count' })

  expect(await response.json()).toEqual({ channels: { 'private-a': { subscription_count: 1 }, 'private-b': { subscription_count: 0 } } })
})

test('a stranger is refused before the body that he announced has come', async () => {
  const { port } = await openGateway()
  const headers = { 'Content-Length': 100_000 }

  const status = await new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: PATH, headers }, (response) => resolve(response.statusCode))
    sent.on('error', reject)
    sent.write('x')
  })

  expect(status).toBe(401)
})
