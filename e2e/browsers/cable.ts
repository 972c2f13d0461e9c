import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A cable to the system under test that can be pulled: unlike a browser's own "offline", no service worker and no socket comes around it. */
export interface Cable {
  readonly url: string
  readonly pull: () => void
  readonly plugIn: () => void
  readonly close: () => void
}

/**
 * Leads an address of this machine (127.0.0.0/8) to the system at `url`, whose sockets come in at the same port. Each address is a site of its own to a browser:
 * no cookie, no service worker and nothing that was kept comes over from another one.
 */
export async function layCable(url: string, address: string): Promise<Cable> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isPulled = false
  const drop = () => sockets.forEach((socket) => void socket.destroy())
  const server = createServer((near) => {
    if (isPulled) return near.destroy()
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()) && sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  }).listen(Number(port), address)
  await once(server, 'listening')

  return {
    url: `http://${address}:${port}`,
    pull: () => {
      isPulled = true
      drop()
    },
    plugIn: () => {
      isPulled = false
    },
    close: () => {
      drop()
      server.close()
    },
  }
}
