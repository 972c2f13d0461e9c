import { createServer } from 'node:http'

/** Plain JavaScript: server.mjs has no loader. */

/**
 * How long the web server has patience with a connection, in milliseconds.
 * @typedef {{ headers: number, request: number, piece: number, still: number, look: number, idle: number }} Patience
 */

/** @type {Patience} */
const PATIENCE = {
  /** Until all headers have come. */
  headers: 20_000,
  /** Until the whole request has come. A photograph over an old phone's line takes longer, and goes on as long as it gets anywhere: */
  request: 300_000,
  /** so many bytes of it in `still`, about 1 kB a second. */
  piece: 128 * 1024,
  /** Without a byte in either direction while something is asked or answered. An answer that goes out at all, however slowly, goes on. */
  still: 120_000,
  /** Between two looks, which Node.js itself would make every 30 s. */
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
    // Its own is on the whole: see endSlowSenders.
    requestTimeout: 0,
    connectionsCheckingInterval: patience.look,
    // A request without Host is answered like any other, with an id, instead of by Node itself.
    requireHostHeader: false,
  })
  // Node destroys a socket on which nothing has moved in either direction.
  server.timeout = patience.still
  endSlowSenders(server, patience)
  endStoppedReaders(server, patience)
  return server
}

/**
 * Who sends a byte now and then holds a connection for as long as they like: a request that takes long has to get somewhere all the time.
 * @param {import('node:http').Server} server
 * @param {Patience} patience
 */
function endSlowSenders(server, { request: whole, piece, still, look }) {
  /** @type {Map<import('node:http').IncomingMessage, { began: number, moved: number, bytes: number }>} */
  const coming = new Map()
  server.on('request', (request) => {
    const now = performance.now()
    coming.set(request, { began: now, moved: now, bytes: request.socket.bytesRead })
    request.once('close', () => coming.delete(request))
  })
  every(look, server, (now) => {
    for (const [request, one] of coming) {
      const { complete, socket } = request
      if (complete) coming.delete(request)
      else if (socket.bytesRead >= one.bytes + piece) coming.set(request, { ...one, moved: now, bytes: socket.bytesRead })
      else if (now - one.began > whole && now - one.moved > still) server.emit('clientError', tooSlow(), socket)
    }
  })
}

/** As Node.js calls it. */
const tooSlow = () => Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })

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
  every(look, server, (now) => {
    for (const [socket, before] of open) {
      const left = leftFor(socket)
      if (left !== before.left) open.set(socket, { left, since: now })
      else if (left !== '' && now - before.since > still) socket.destroy()
    }
  })
}

/** @param {number} ms @param {import('node:http').Server} server until it closes @param {(now: number) => void} look */
function every(ms, server, look) {
  const watch = setInterval(() => look(performance.now()), ms)
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
