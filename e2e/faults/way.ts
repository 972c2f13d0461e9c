import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to the database that can be cut (connections end at once) or go silent (they stay, and nothing comes through). */
export type Way = Awaited<ReturnType<typeof openWay>>

export async function openWay(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const there = { port: Number(target.port), host: target.hostname }
  const sockets = new Set<Socket>()
  let state: 'open' | 'cut' | 'silent' = 'open'
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    if (state === 'silent') return sockets.add(near.pause())
    const far = connect(there)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()) && sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  target.port = String((server.address() as AddressInfo).port)
  return {
    url: target.href,
    cut: () => {
      state = 'cut'
      for (const socket of sockets) socket.destroy()
    },
    silence: () => {
      state = 'silent'
      for (const socket of sockets) socket.pause().unpipe()
    },
    mend: () => {
      state = 'open'
      for (const socket of sockets) socket.destroy()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
