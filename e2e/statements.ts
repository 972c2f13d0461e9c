import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * A way to PostgreSQL that counts what is asked to be carried out on it, by reading the client's side of the protocol: `Query` and `Execute` messages
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html). What a call costs in statements is the same on every machine.
 */
export async function openCounter(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const there = { port: Number(target.port), host: target.hostname }
  const open = new Set<Socket>()
  let count = 0
  const server = createServer((near) => {
    const far = connect(there)
    const read = reader(() => {
      count += 1
    })
    near.on('data', read)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()) && open.delete(socket))
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  target.port = String((server.address() as AddressInfo).port)
  return {
    url: target.href,
    count: () => count,
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

const COUNTED = new Set(['Q', 'E'])

/** Reads messages as they come in, in whatever pieces. The first one of a connection has no letter. */
function reader(tell: () => void) {
  let held = Buffer.alloc(0)
  let isFirst = true
  return (bytes: Buffer) => {
    held = Buffer.concat([held, bytes])
    for (;;) {
      const start = isFirst ? 0 : 1
      if (held.length < start + 4) return
      const end = start + held.readInt32BE(start)
      if (held.length < end) return
      if (!isFirst && COUNTED.has(String.fromCharCode(held[0] ?? 0))) tell()
      isFirst = false
      held = held.subarray(end)
    }
  }
}
