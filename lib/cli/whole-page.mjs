import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { takes } from './coding.mjs'

/** Plain JavaScript: server.mjs has no loader. */

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants

/** How a page may be coded, the smaller first. A level more would cost half as much again for a twentieth of the bytes. */
const codings = [
  {
    coding: 'br',
    code: (/** @type {Buffer} */ page) =>
      brotliCompressSync(page, { params: { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_SIZE_HINT]: page.length } }),
  },
  { coding: 'gzip', code: (/** @type {Buffer} */ page) => gzipSync(page, { level: 5 }) },
]

/** Bytes below which coding saves no packet. */
const CODED_FROM = 1024

/**
 * Collects what Next.js says of a page, in dozens of pieces, codes it once and sends it at once. Nobody waits longer for that: no page of ours has a part
 * that the server draws later than the rest.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function sendWhole(request, response) {
  const { writeHead, end } = response
  const coding = codings.find((one) => takes(request, one.coding))
  // Next.js would code each piece of it.
  delete request.headers['accept-encoding']
  /** @type {Buffer[]} */
  const pieces = []
  let isEnded = false

  const collect = (/** @type {any[]} */ args) => {
    const [piece, encoding] = args
    if (typeof piece === 'string') pieces.push(Buffer.from(piece, typeof encoding === 'string' ? /** @type {any} */ (encoding) : 'utf8'))
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece))
    const done = args.at(-1)
    if (typeof done === 'function') process.nextTick(done)
  }
  const send = () => {
    const page = Buffer.concat(pieces)
    const body = isCodable(response, page) && coding ? coding.code(page) : page
    if (body !== page && coding) response.setHeader('Content-Encoding', coding.coding)
    if (page.length > 0) response.setHeader('Content-Length', body.length)
    Reflect.apply(end, response, page.length > 0 ? [body] : [])
  }
  Object.assign(response, {
    flushHeaders: () => undefined,
    writeHead: (/** @type {any[]} */ ...args) => {
      if (isEnded) return response.headersSent ? response : Reflect.apply(writeHead, response, args)
      response.statusCode = args[0]
      // In between may be words for the status, which nobody reads.
      const headers = args.at(-1)
      if (typeof headers === 'object' && headers) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      return response
    },
    write: (/** @type {any[]} */ ...args) => {
      collect(args)
      return true
    },
    end: (/** @type {any[]} */ ...args) => {
      if (isEnded) return response
      isEnded = true
      collect(args)
      send()
      return response
    },
  })
}

/** @param {import('node:http').ServerResponse} response @param {Buffer} page */
function isCodable(response, page) {
  if (
    !/^text\//.test(String(response.getHeader('Content-Type'))) ||
    response.hasHeader('Content-Encoding') ||
    response.hasHeader('Content-Range')
  )
    return false
  const vary = [response.getHeader('Vary') ?? []].flat().join(', ')
  if (!/accept-encoding/i.test(vary)) response.setHeader('Vary', vary === '' ? 'Accept-Encoding' : `${vary}, Accept-Encoding`)
  return page.length >= CODED_FROM
}
