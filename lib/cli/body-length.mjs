/** Under this name a route says how long its body is (lib/http/download.ts). */
const OURS = 'x-body-length'

/**
 * Next.js takes `Content-Length` from what a route answers and sends the body in chunks. Of a file its length is known: browsers show how far a
 * download is, a broken one is noticed, and Safari plays no recording without it. So a route says it under another name, and here it gets its own.
 * @param {import('node:http').ServerResponse} response
 */
export function restoreLength(response) {
  const { writeHead } = response
  response.writeHead = (/** @type {any[]} */ ...args) => {
    const length = response.getHeader(OURS)
    response.removeHeader(OURS)
    if (length !== undefined && !response.hasHeader('Content-Encoding')) response.setHeader('Content-Length', length)
    return Reflect.apply(writeHead, response, args)
  }
}
