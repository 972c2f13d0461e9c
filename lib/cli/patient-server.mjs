import { createServer } from 'node:http'

/** Plain JavaScript: server.mjs has no loader. */

/**
 * How long the web server has patience with a connection, in milliseconds.
 * @typedef {{ headers: number, request: number, still: number, look: number, idle: number }} Patience
 */

/** @type {Patience} */
const PATIENCE = {
  /** Until all headers have come. */
  headers: 20_000,
  /** Until the whole request has come: a photograph over a slow line takes minutes. */
  request: 300_000,
  /** Without a byte in either direction while something is asked or answered. An answer that goes out at all, however slowly, goes on. */
  still: 120_000,
  /** Between two looks for the first two, which Node.js itself would make every 30 s. */
  look: 5000,
  /** Between two requests; longer than proxies keep a connection that they may want to use again. */
  idle: 65_000,
}

/**
 * An http server that ends whoever sends so slowly that it holds a connection for nothing, and whoever has stopped reading: each would hold a file, a
 * connection to the store and memory for as long as they like. A WebSocket is somebody else's from its upgrade on (realtime-bridge.mjs).
 * @param {Patience} [patience]
 */
export function openPatientServer(patience = PATIENCE) {
  const server = createServer({
    keepAliveTimeout: patience.idle,
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.look,
    // A request without Host is answered like any other, with an id, instead of by Node itself.
    requireHostHeader: false,
  })
  // Node destroys a socket on which nothing has moved in either direction.
  server.timeout = patience.still
  endStoppedReaders(server, patience)
  return server
}

/**
 * Who has stopped reading may say something now and then, which Node takes for a sign of life: what is on its way to them has to move too.
 * @param {import('node:http').Server} server
 * @param {Patience} patience
 */
function endStoppedReaders(server, { still, look }) {
  /** @type {Map<import('node:net').Socket, { left: string, since: number }>} */
  const open = new Map()
  server.on('connection', (socket) => {
    open.set(socket, { left: '', since: 0 })
    socket.once('close', () => open.delete(socket))
  })
  const watch = setInterval(() => {
    const now = performance.now()
    for (const [socket, before] of open) {
      const left = leftFor(socket)
      if (left !== before.left) open.set(socket, { left, since: now })
      else if (left !== '' && now - before.since > still) socket.destroy()
    }
  }, look)
  watch.unref()
  server.once('close', () => clearInterval(watch))
}

/** What has not gone out yet, and would be less had any of it; empty when all has. @param {import('node:net').Socket} socket */
function leftFor(socket) {
  if (socket.writableLength === 0) return ''
  // Node itself looks there, before it calls a socket silent.
  const { writeQueueSize } = /** @type {{ _handle?: { writeQueueSize: number } }} */ (/** @type {unknown} */ (socket))._handle ?? {}
  return `${socket.bytesWritten} ${socket.writableLength} ${writeQueueSize}`
}
