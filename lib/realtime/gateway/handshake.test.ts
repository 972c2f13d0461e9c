import { expect, test, vi } from 'vitest'
import { next, openClient, openGateway, openListener, openPublisher, openSocket } from './fixtures'

test.each([
  ['another key', '/app/lain?protocol=7', 4001],
  ['another path', '/apps/kunci-uji?protocol=7', 4005],
  ['no path', '/', 4005],
  ['a path below', '/app/kunci-uji/x?protocol=7', 4005],
  ['a broken escape', '/app/%E0%A4%A?protocol=7', 4001],
  ['no protocol', '/app/kunci-uji', 4008],
  ['an empty protocol', '/app/kunci-uji?protocol=', 4008],
  ['an old protocol', '/app/kunci-uji?protocol=3', 4007],
  ['a protocol that is no number', '/app/kunci-uji?protocol=seven', 4007],
  ['a broken version', '/app/kunci-uji?protocol=7&version=x.y', 4006],
])('%s is told why and closed', async (_, path, code) => {
  const raw = openSocket(await openGateway(), path)

  expect(await raw.closed).toMatchObject({ code })
  expect(raw.messages).toEqual([{ event: 'pusher:error', data: { code, message: expect.any(String) } }])
})

test.each(['?protocol=7', '?protocol=7&client=js&version=8.0.0-beta.1', '/?protocol=7&version=7.0'])('%s may come in', async (rest) => {
  const raw = openSocket(await openGateway(), `/app/kunci-uji${rest}`)

  await vi.waitFor(() => expect(raw.messages[0]?.event).toBe('pusher:connection_established'))
})

test('one socket too many is told to come later, and is let in when somebody left', async () => {
  const gateway = await openGateway({ limits: { sockets: 1 } })
  const { client: first } = await openListener(gateway, 'private-a')
  const second = openClient(gateway)
  const error = await next<{ error: { data: { code: number } } }>(second.connection, 'error')
  expect(error.error.data.code).toBe(4100)

  first.disconnect()

  await next(second.connection, 'connected')
})

test('one address may not take all sockets when that is limited', async () => {
  const gateway = await openGateway({ limits: { socketsPerAddress: 1 } })
  await openListener(gateway, 'private-a')

  const raw = openSocket(gateway)

  expect(await raw.closed).toMatchObject({ code: 4100 })
})

test('someone who says too much is closed, others are not', async () => {
  const gateway = await openGateway({ limits: { messagesAtOnce: 5, messagesPerSecond: 1 } })
  const { heard } = await openListener(gateway, 'private-a')
  const raw = openSocket(gateway)
  await vi.waitFor(() => expect(raw.messages).toHaveLength(1))

  for (let i = 0; i < 6; i += 1) raw.say('pusher:ping', {})

  expect(await raw.closed).toMatchObject({ code: 4301 })
  expect(raw.messages.filter(({ event }) => event === 'pusher:pong')).toHaveLength(5)
  await openPublisher(gateway).trigger('private-a', 'Last', {})
  await vi.waitFor(() => expect(heard).toHaveLength(1))
})
