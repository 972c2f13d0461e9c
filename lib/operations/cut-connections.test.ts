import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { toId } from '@/lib/domain/id'
import { APP, next, openClient, openGateway } from '@/lib/realtime/gateway/fixtures'

const ID = '01940000-0000-7000-8000-000000000001'

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
  vi.resetModules()
  const pusher = { ...APP, cluster: '', host: '127.0.0.1', port: way.port, useTls: false, embedded: false }
  vi.doMock('@/lib/env', () => ({ env: () => ({ pusher }) }))
  vi.doMock('@/lib/data/sesi', () => ({ countSesiOf: async () => 0 }))
  vi.doMock('@/lib/jobs/later', () => ({ doneAlready: async () => undefined }))
  Object.assign(globalThis, { sapaPusher: undefined })
  const { cutConnectionsOf } = await import('./cut-connections')

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
