import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { basename } from 'node:path'
import next from 'next'
import { orAwayPage } from './away-page.mjs'
import { restoreLength } from './body-length.mjs'
import { openBuiltFiles } from './built-files.mjs'
import { clientAddress } from './client-address.mjs'
import { doorTo } from './doors.mjs'
import { speakInLines } from './framework-lines.mjs'
import { lines } from './log-lines.mjs'
import { answerAlone, refuseGarbage } from './outside-next.mjs'
import { openPages } from './page-entries.mjs'
import { givePageHeaders } from './page-headers.mjs'
import { openPatientServer } from './patient-server.mjs'
import { bridgeRealtime } from './realtime-bridge.mjs'
import { pathFor } from './request-line.mjs'
import { tellOfRequest } from './request-log.mjs'
import { openRouteNames } from './route-names.mjs'
import { dropBadState } from './router-state.mjs'
import { traced } from './traced.mjs'
import { openTraces } from './traces.mjs'
import { transportSecurity } from './transport-security.mjs'
import { sendWhole } from './whole-page.mjs'

/**
 * The web server: an own http server around Next.js, so that every response, whoever makes it, has the same headers and an id,
 * and so that stopping lets requests finish. Started by the supervisor (web.ts) with the resolved environment; plain JavaScript, so that no
 * loader stands in the way of the application's modules.
 */

const host = process.env.HOST ?? '127.0.0.1'
const port = Number(process.env.PORT)
const trusted = (process.env.TRUSTED_PROXY ?? '').split(',').filter(Boolean)
const dev = process.env.NODE_ENV === 'development'

/** How long requests may take to finish when the server stops. */
const grace = 5000

/** Longer than between two polls of a page, in milliseconds. */
const PAUSE_MS = 3000

/** A proxy hands its connections to whoever comes next: within so many milliseconds it has used those that it uses, and heard that they end. */
const PROXY_PAUSE_MS = 1000

const distDir = process.env.NEXT_DIST_DIR ?? '.next'
const serveBuilt = openBuiltFiles(distDir)

const headers = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': permissionsPolicy(),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // So that a page hears of a newer build, and the service worker knows whose answer it keeps.
  ...(dev ? {} : { 'X-Build': basename(distDir) }),
  ...transportSecurity(process.env),
})

const server = openPatientServer()

// Next.js hangs its socket for reloading on the server that it is given, and then every request that offers an upgrade (h2c, from clients that
// would like HTTP/2) is closed unanswered. In production it gets a server that never listens, and Node answers such a request as any other.
const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: dev ? server : createServer() })
let stopping = false
/** There only when all is prepared; a stop may come before. @type {ReturnType<typeof openBridge>} */
let bridge = null

process.on('SIGTERM', () => stop(trusted.length > 0 ? PROXY_PAUSE_MS : 0))
// Ctrl-C in a terminal reaches the whole group; when to stop is said by the supervisor.
process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)
process.on('disconnect', () => stop())
// Another process has taken its place.
process.on('message', (message) => message === 'make way' && stop(PAUSE_MS))

if (!dev) speakInLines()
const closeTraces = await openTraces('web', process.env)
await app.prepare()
const routeOf = openRouteNames(distDir)
const handle = app.getRequestHandler()
const pageFor = dev ? () => null : openPages(distDir, host)
server.on('request', serve)
bridge = openBridge()
server.on('checkExpectation', serve)
server.on('clientError', refuseGarbage)
server.once('error', (error) => {
  process.send?.({ type: 'failed', code: 'code' in error ? error.code : error.name })
  process.exitCode = 1
  process.disconnect?.()
})
if (!stopping) server.listen({ port, host }, () => process.send?.({ type: 'listening' }))

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function serve(request, response) {
  const id = randomUUID()
  request.headers['x-request-id'] = id
  request.headers['x-sapa-alamat'] = clientAddress(request.socket.remoteAddress, request.headers['x-forwarded-for'], trusted)
  warnOfUnknownProxy(request)
  tellOfRequest(request, response, id, routeOf)
  response.setHeader('X-Request-Id', id)
  for (const [name, value] of headers) response.setHeader(name, value)
  if (stopping) response.setHeader('Connection', 'close')
  if (answerAlone(request, response, id) || serveBuilt(request, response)) return
  request.url = pathFor(request.url ?? '/')
  try {
    await answer(request, response, id)
    // What was not read of the request is let go, so that its connection serves the next one.
    if (!request.complete) request.resume()
  } catch (error) {
    lines.error({ requestId: id, error: nameOf(error) }, 'request failed')
    if (!response.headersSent) response.statusCode = 500
    response.end()
  }
}

/**
 * By the door where one is open, by the page's own entry, else by Next.js (which tells a collector of its own spans what route that was).
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} id
 */
function answer(request, response, id) {
  const door = dev ? null : doorTo(request.url ?? '')
  const page = pageFor(request)
  const route = door?.route ?? page?.route
  const told = { 'sapa.request_id': id, ...(route && { 'http.method': request.method, 'http.route': route }) }
  if (door) return traced('request', told, () => door.open(request, response))
  restoreLength(response)
  dropBadState(request)
  if (givePageHeaders(request, response) && !dev) sendWhole(request, response)
  return traced('request', told, () => orAwayPage(request, response, () => (page ? page.draw : handle)(request, response)))
}

let hasWarned = false

/** A proxy that is not named: everybody behind it counts as one address. Said once. @param {import('node:http').IncomingMessage} request */
function warnOfUnknownProxy({ headers, socket }) {
  if (
    hasWarned ||
    headers['x-forwarded-for'] === undefined ||
    clientAddress(socket.remoteAddress, '203.0.113.1', trusted) === '203.0.113.1'
  )
    return
  hasWarned = true
  lines.warn('X-Forwarded-For comes from an address that TRUSTED_PROXY does not name: it is not believed')
}

/** Where the realtime server is our own, its sockets come in here. Development keeps upgrades for its own tools: pages then go to its port. */
function openBridge() {
  const { REALTIME_EMBEDDED, PUSHER_HOST, PUSHER_PORT, PUSHER_SECRET } = process.env
  if (dev || !REALTIME_EMBEDDED || !PUSHER_HOST || !PUSHER_SECRET) return null
  const addressOf = (/** @type {import('node:http').IncomingMessage} */ { socket, headers }) =>
    clientAddress(socket.remoteAddress, headers['x-forwarded-for'], trusted)
  return bridgeRealtime(server, serve, { host: PUSHER_HOST, port: Number(PUSHER_PORT), secret: PUSHER_SECRET, addressOf })
}

/**
 * Accepts nothing new, lets requests finish, then ends. Whoever has a connection open is told with the next answer to come by another one; who asks
 * nothing for so long is hung up on.
 */
async function stop(idleMs = 0) {
  if (stopping) return
  stopping = true
  const hangUp = server.closeIdleConnections.bind(server)
  // Node calls it when a server closes; a request that is on its way over an idle connection would be lost.
  server.closeIdleConnections = () => undefined
  const closed = new Promise((done) => server.close(done))
  setTimeout(hangUp, idleMs)
  bridge?.close()
  const late = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearTimeout(late)
  // What was handed to after() may still run; the supervisor's patience ends a little later than ours.
  await Promise.race([app.close(), new Promise((done) => setTimeout(done, 800))])
  await closeTraces()
  process.exit(0)
}

function permissionsPolicy() {
  const none = [
    'accelerometer',
    'autoplay',
    'camera',
    'display-capture',
    'encrypted-media',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'magnetometer',
    'midi',
  ]
  const more = ['payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'usb', 'xr-spatial-tracking']
  return ['microphone=(self)', ...[...none, ...more].map((feature) => `${feature}=()`)].join(', ')
}

/** @param {unknown} error */
function nameOf(error) {
  return error instanceof Error ? error.name : typeof error
}
