import { createServer } from 'node:http'
import { connect } from 'node:net'

/** Plain JavaScript: server.mjs has no loader. */

const SOCKET_PATH = /^\/app\/[^/?]+\/?(?:\?|$)/

/**
 * Brings WebSockets of browsers to the embedded realtime server, which stands on a port of its own beside this one: so pages find it under the address
 * that they came by, also behind a proxy that ends TLS and knows one port only. Nothing of what goes through is looked at.
 * @param {import('node:http').Server} server
 * @param {import('node:http').RequestListener} serve answers every other request that offers an upgrade (h2c), as if it had not
 * @param {{ host: string, port: number, secret: string, addressOf: (request: import('node:http').IncomingMessage) => string }} gateway
 * @returns {{ close(): void }}
 */
export function bridgeRealtime(server, serve, { host, port, secret, addressOf }) {
  const plain = createServer({ requireHostHeader: false }, serve)
  /** @type {Set<import('node:stream').Duplex>} */
  const open = new Set()
  server.on('upgrade', (request, socket, head) => {
    if (!isRealtime(request)) return decline(request, socket, head)
    const far = connect({ host, port })
    const bridge = { 'X-Sapa-Alamat': addressOf(request), 'X-Sapa-Jembatan': secret }
    far.once('connect', () => {
      far.write(Buffer.concat([headOf(request, bridge), head]))
      far.pipe(socket).pipe(far)
    })
    tie(socket, far)
    tie(far, socket)
  })

  /** Where one end goes, the other goes too. @param {import('node:stream').Duplex} one @param {import('node:stream').Duplex} other */
  function tie(one, other) {
    open.add(one)
    one.on('error', () => other.destroy())
    one.on('close', () => {
      open.delete(one)
      other.destroy()
    })
  }

  /**
   * Node has taken the request apart already; it is put back, and read by a server that knows of no upgrades.
   * @param {import('node:http').IncomingMessage} request @param {import('node:stream').Duplex} socket @param {Buffer} head
   */
  function decline(request, socket, head) {
    socket.unshift(Buffer.concat([headOf(request), head]))
    plain.emit('connection', socket)
  }

  return {
    close() {
      for (const socket of open) socket.destroy()
    },
  }
}

/** @param {import('node:http').IncomingMessage} request */
const isRealtime = ({ method, url = '', headers }) =>
  method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket' && SOCKET_PATH.test(url)

/** A request as it stood on the wire, without what only we may say. @param {import('node:http').IncomingMessage} request @param {Record<string, string>} [more] */
function headOf({ method, url, rawHeaders }, more = {}) {
  const lines = [`${method} ${url} HTTP/1.1`]
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const name = rawHeaders[n] ?? ''
    if (!/^x-sapa-/i.test(name)) lines.push(`${name}: ${rawHeaders[n + 1]}`)
  }
  for (const [name, value] of Object.entries(more)) lines.push(`${name}: ${value}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}
