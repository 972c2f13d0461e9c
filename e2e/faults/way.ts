import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Transform } from 'node:stream'

/** A way to a server that can be cut (connections end at once), go silent (they stay, and nothing comes through) or be slow. */
export type Way = Awaited<ReturnType<typeof openWay>>

export async function openWay(serverUrl: string) {
  const target = new URL(serverUrl)
  const there = { port: Number(target.port), host: target.hostname }
  const sockets = new Set<Socket>()
  let state: 'open' | 'cut' | 'silent' = 'open'
  let lagMs = 0
  const lag = () => new Transform({ transform: (chunk, _, pass) => void setTimeout(() => pass(null, chunk), lagMs) })
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    if (state === 'silent') {
      sockets.add(near)
      return void near
        .on('error', () => undefined)
        .on('close', () => sockets.delete(near))
        .resume()
    }
    const far = connect(there)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()) && sockets.delete(socket))
    }
    near.pipe(far)
    if (lagMs > 0) far.pipe(lag()).pipe(near)
    else far.pipe(near)
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
    /** Each piece of an answer takes so many milliseconds, from the next connection on; those that are open end. */
    slow: (ms: number) => {
      lagMs = ms
      for (const socket of sockets) socket.destroy()
    },
    /** How many hold a connection. */
    held: () => sockets.size,
    mend: () => {
      state = 'open'
      lagMs = 0
      for (const socket of sockets) socket.destroy()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
