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
  // Node counts a piece of a large answer that has left as a sign of life, and destroys the socket when there is none.
  server.timeout = patience.still
  return server
}
