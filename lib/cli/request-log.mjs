import { AggregatorRegistry, collectDefaultMetrics, Histogram } from 'prom-client'
import { lines } from './log-lines.mjs'
import { onePerProcess } from './one-per-process.mjs'

/**
 * What is told of requests: to the metrics all of them (when somebody may ask for metrics), to the log those that wanted to change something and
 * those that were refused or failed. Never an address, an id of content, or what was said.
 */

/** Who asked, by the request's id: told by lib/auth/asker.ts while it is being answered. @type {Map<string, string | undefined>} */
const askers = onePerProcess('askers', () => new Map())

const hasMetrics = Boolean(process.env.METRICS_TOKEN)

if (hasMetrics) {
  collectDefaultMetrics({ prefix: 'sapa_' })
  // So that this process answers when the supervisor asks all of them.
  new AggregatorRegistry()
}

const seconds = hasMetrics
  ? new Histogram({
      name: 'sapa_http_request_seconds',
      help: 'From the first byte of the request to the last of the answer, by route.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    })
  : null

/**
 * Tells of this request when it has been answered, or was broken off.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} requestId
 * @param {(url: string) => string} routeOf
 */
export function tellOfRequest(request, response, requestId, routeOf) {
  const started = performance.now()
  const { method = '', url = '' } = request
  askers.set(requestId, undefined)
  response.once('close', () => {
    const penggunaId = askers.get(requestId)
    askers.delete(requestId)
    const ms = performance.now() - started
    // Nobody was there any more to hear the answer: 499, as nginx calls it.
    const status = response.writableFinished ? response.statusCode : 499
    if (!seconds && !isTelling(method, status)) return
    const route = routeOf(url)
    seconds?.observe({ method, route, status }, ms / 1000)
    if (isTelling(method, status)) lines.info({ requestId, method, route, status, ms: Math.round(ms), penggunaId }, 'request')
  })
}

const READING = ['GET', 'HEAD', 'OPTIONS']

/** @param {string} method @param {number} status */
const isTelling = (method, status) => !READING.includes(method) || status >= 400
