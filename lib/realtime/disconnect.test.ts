import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { toId } from '@/lib/domain/id'
import { APP, next, openClient, openGateway } from './gateway/fixtures'

/** The embedded gateway stands for hosted Pusher here: the same official library, told that the server is not ours. */
async function hosted(embedded: boolean) {
  const gateway = await openGateway()
  return { gateway, ...(await disconnecting(gateway.port, { embedded, sessions: 1 })) }
}

/** What cuts connections, over a realtime server at this port; those whose sockets are cut have so many other sessions. */
async function disconnecting(port: number, { embedded, sessions }: { embedded: boolean; sessions: number }) {
  vi.resetModules()
  const pusher = { ...APP, cluster: '', host: '127.0.0.1', port, useTls: false, embedded }
  vi.doMock('@/lib/env', () => ({ env: () => ({ pusher }) }))
  vi.doMock('@/lib/data/sesi', () => ({ countSesiOf: async () => sessions }))
  vi.doMock('@/lib/data/jobs', () => ({ doneAlready: async () => undefined }))
  vi.stubGlobal('sapa', undefined)
  return import('./disconnect')
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
  const { gateway, cutConnectionsOf } = await hosted(false)
  const [theirs, other] = await twoPeople(gateway)
  const ended = next(theirs.connection, 'disconnected')
  void cutConnectionsOf(ID)
  await ended
  expect(other.connection.state).toBe('connected')
})

test('the embedded one asks them to come back at once', async () => {
  const { gateway, cutConnectionsOf } = await hosted(true)
  const [theirs, other] = await twoPeople(gateway)
  const before = theirs.connection.socket_id
  const back = next(theirs.connection, 'connected')
  void cutConnectionsOf(ID)
  await back
  expect(theirs.connection.socket_id).not.toBe(before)
  expect(other.connection.state).toBe('connected')
})

/** The way to a realtime server's API, which can be shut while its sockets stay open, as it is with a hosted one. */
async function openWay(target: number) {
  const open = new Set<Socket>()
  let isShut = false
  const way: Server = createServer((socket) => {
    open.add(socket)
    if (isShut) return void socket.destroy()
    socket.pipe(dial(target, '127.0.0.1')).pipe(socket)
  })
  await new Promise<void>((listening) => way.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    way.close()
  })
  const { port } = way.address() as { port: number }
  return {
    port,
    shut: (is: boolean) => {
      isShut = is
      for (const socket of open) socket.destroy()
    },
  }
}

test('while realtime is away the job fails, and so comes again; once it is back the socket is cut', async () => {
  const gateway = await openGateway()
  const way = await openWay(gateway.port)
  const { cutConnectionsOf } = await disconnecting(way.port, { embedded: false, sessions: 0 })

  const client = openClient(gateway, {}, toId('pengguna', ID))
  client.signin()
  await vi.waitFor(() => expect(client.user.user_data?.id).toBe(toId('pengguna', ID)))
  way.shut(true)
  await expect(cutConnectionsOf(ID)).rejects.toThrow()
  expect(client.connection.state).toBe('connected')
  way.shut(false)
  const cut = next(client.connection, 'disconnected')
  await cutConnectionsOf(ID)
  await cut
})
