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
  let losing: string | null = null
  const server = createServer((near) => {
    const far = connect(there)
    let isLast = false
    let isLost = false
    const read = reader((message) => {
      if (COUNTED.has(message.kind)) count += 1
      if (losing !== null && message.kind === 'B' && message.body.includes(losing)) isLast = true
      if (!isLast || message.kind !== 'Q' || !message.body.includes('COMMIT')) return
      isLost = true
      losing = null
    })
    near.on('data', read)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()) && open.delete(socket))
    }
    near.pipe(far)
    // What answers the COMMIT has been done: the answer is what is lost.
    far.on('data', (bytes) => (isLost ? near.destroy() : near.write(bytes)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  target.port = String((server.address() as AddressInfo).port)
  return {
    url: target.href,
    count: () => count,
    /** The COMMIT of the next transaction that carries out this prepared statement is done and never answered. */
    loseCommitOf: (name: string) => {
      losing = `${name}\0`
    },
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

const COUNTED = new Set(['Q', 'E'])

/** Reads messages as they come in, in whatever pieces. The first one of a connection has no letter. */
function reader(tell: (message: { kind: string; body: Buffer }) => void) {
  let held = Buffer.alloc(0)
  let isFirst = true
  return (bytes: Buffer) => {
    held = Buffer.concat([held, bytes])
    for (;;) {
      const start = isFirst ? 0 : 1
      if (held.length < start + 4) return
      const end = start + held.readInt32BE(start)
      if (held.length < end) return
      if (!isFirst) tell({ kind: String.fromCharCode(held[0] ?? 0), body: held.subarray(start + 4, end) })
      isFirst = false
      held = held.subarray(end)
    }
  }
}
