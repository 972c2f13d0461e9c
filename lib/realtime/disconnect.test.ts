import { expect, test, vi } from 'vitest'
import { toId } from '@/lib/domain/id'
import { APP, next, openClient, openGateway } from './gateway/fixtures'

/** The embedded gateway stands for hosted Pusher here: the same official library, told that the server is not ours. */
async function hosted(embedded: boolean) {
  const gateway = await openGateway()
  vi.resetModules()
  vi.doMock('@/lib/env', () => ({
    env: () => ({ pusher: { ...APP, cluster: '', host: '127.0.0.1', port: gateway.port, useTls: false, embedded } }),
  }))
  Object.assign(globalThis, { sapaPusher: undefined })
  return { gateway, ...(await import('./disconnect')) }
}

const ID = '01940000-0000-7000-8000-000000000001'

/** Two people who are signed in and subscribe to nothing. */
async function twoPeople(gateway: Awaited<ReturnType<typeof openGateway>>) {
  const people = [openClient(gateway, {}, toId('pengguna', ID)), openClient(gateway, {}, 'pengguna_lain')] as const
  for (const client of people) client.signin()
  await vi.waitFor(() => expect(people.map(({ user }) => user.user_data?.id)).toEqual([toId('pengguna', ID), 'pengguna_lain']))
  return people
}

test('when a session of theirs ended, a realtime server that is not ours closes their sockets and nobody else’s', async () => {
  const { gateway, reauthorize } = await hosted(false)
  const [theirs, other] = await twoPeople(gateway)
  const ended = next(theirs.connection, 'disconnected')
  reauthorize(ID)
  await ended
  expect(other.connection.state).toBe('connected')
})

test('the embedded one asks them to come back at once', async () => {
  const { gateway, reauthorize } = await hosted(true)
  const [theirs, other] = await twoPeople(gateway)
  const before = theirs.connection.socket_id
  const back = next(theirs.connection, 'connected')
  reauthorize(ID)
  await back
  expect(theirs.connection.socket_id).not.toBe(before)
  expect(other.connection.state).toBe('connected')
})
