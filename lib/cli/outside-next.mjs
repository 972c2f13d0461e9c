import { randomUUID } from 'node:crypto'

/** What Next.js has no answer for. Plain JavaScript: server.mjs has no loader. */

const knownMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const pageMethods = ['GET', 'HEAD', 'OPTIONS']

/**
 * Answers what is about the server itself (`OPTIONS *`) and methods that no route can have. @returns whether it did
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} id
 */
export function answerAlone(request, response, id) {
  if (!knownMethods.includes(request.method ?? '')) refuseMethod(request, response, id, knownMethods)
  else if (isTwoMinded(request)) response.writeHead(400, { 'Content-Length': 0, Connection: 'close' }).end()
  else if (changesPage(request)) refuseMethod(request, response, id, pageMethods)
  else if (request.url === '*') response.writeHead(204, { Allow: knownMethods.join(', ') }).end()
  else return false
  return true
}

/** Two lines that say which host was meant: no request of anybody honest (RFC 9112, 3.2). @param {import('node:http').IncomingMessage} request */
const isTwoMinded = ({ rawHeaders }) => rawHeaders.filter((name, n) => n % 2 === 0 && name.toLowerCase() === 'host').length > 1

/**
 * Pages, scripts and pictures are only read: nothing but the API takes a body. (Development's own tools do.)
 * @param {import('node:http').IncomingMessage} request
 */
const changesPage = ({ method = '', url = '' }) =>
  !pageMethods.includes(method) && !/^(?:https?:\/\/[^/?#]*)?\/+api(?:[/\\?#]|$)/i.test(url) && process.env.NODE_ENV !== 'development'

/**
 * Other methods (TRACE, PROPFIND …) get the contract's envelope; lib/http answers the rest.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} id
 * @param {string[]} allowed
 */
function refuseMethod(request, response, id, allowed) {
  const english = /^\s*en\b/i.test(request.headers['accept-language'] ?? '')
  const message = english ? 'This method is not available here.' : 'Metode ini tidak tersedia di sini.'
  response.writeHead(405, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'private, no-store',
    Allow: allowed.join(', '),
    Connection: 'close',
  })
  response.end(JSON.stringify({ success: false, code: 'method_not_allowed', message, request_id: id }))
}

/**
 * What is not even HTTP: Node's own statuses, with an id like every answer.
 * @param {NodeJS.ErrnoException} error
 * @param {import('node:stream').Duplex} socket
 */
export function refuseGarbage(error, socket) {
  // A response that is under way cannot be taken back.
  const answering = /** @type {{ _httpMessage?: import('node:http').ServerResponse }} */ (socket)._httpMessage
  if (!socket.writable || answering?.headersSent) return socket.destroy(error)
  const statuses = /** @type {Record<string, string>} */ ({
    HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
    HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
    ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  })
  const status = statuses[error.code ?? ''] ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nX-Request-Id: ${randomUUID()}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
  // Whoever keeps their end open and goes on is nobody's concern any more; whoever reads has time to.
  setTimeout(() => socket.destroy(), READ_MS).unref()
}

/** For an answer to be read before its line is cut, in milliseconds. */
const READ_MS = 1000
