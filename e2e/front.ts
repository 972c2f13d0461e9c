import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** One address before several instances: each new connection goes to the next of those that it leads to now. */
export async function openFront(...ports: number[]) {
  const sockets = new Set<Socket>()
  let leading = ports
  let next = 0
  const server = createServer((near) => {
    const far = connect(leading[next++ % leading.length] ?? 0, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => near.destroy()).on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (...to: number[]) => {
      leading = to
    },
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
