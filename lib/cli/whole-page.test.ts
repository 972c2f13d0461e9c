import { createServer, type IncomingMessage, type RequestListener, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { sendWhole } from './whole-page.mjs'

const LONG = 'Selamat pagi, Dok. '.repeat(200)

/** What a client hears whose page is written so, and what it had heard before the page ended. */
async function asked(
  write: (response: ServerResponse, request: IncomingMessage) => void,
  headers: Record<string, string> = {},
  method = 'GET',
) {
  const listener: RequestListener = (incoming, response) => {
    sendWhole(incoming, response)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    write(response, incoming)
  }
  const server = createServer(listener).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  return new Promise<{ status: number; headers: IncomingMessage['headers']; bytes: Buffer }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, headers, method, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) }))
    })
    sent.on('error', reject).end()
  })
}

/** As Next.js does it: headers early, then one piece after the other. */
function inPieces(response: ServerResponse) {
  response.setHeader('Vary', 'rsc')
  response.flushHeaders()
  for (let at = 0; at < LONG.length; at += 100) response.write(Buffer.from(LONG.slice(at, at + 100)))
  response.end()
}

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['identity', undefined, (bytes: Buffer) => bytes],
] as const)('a page for who takes %s is whole, and as long as it says', async (taken, coding, decode) => {
  const { headers, bytes } = await asked(inPieces, { 'accept-encoding': taken })
  expect(decode(bytes).toString()).toBe(LONG)
  expect(headers['content-encoding']).toBe(coding)
  expect(headers['content-length']).toBe(String(bytes.length))
  expect(headers['transfer-encoding']).toBeUndefined()
  expect(headers.vary).toBe('rsc, Accept-Encoding')
})

test('Next.js is not told what the reader takes, and codes nothing itself', async () => {
  let heard: string | undefined = 'nothing'
  await asked(
    (response, incoming) => {
      heard = incoming.headers['accept-encoding']?.toString()
      response.end('x')
    },
    { 'accept-encoding': 'gzip' },
  )
  expect(heard).toBeUndefined()
})

test('the status and headers that come with writeHead count, until the page has ended', async () => {
  const { status, headers, bytes } = await asked((response) => {
    response.writeHead(503, 'Sebentar')
    response.writeHead(503, 'Sebentar', { 'Retry-After': '5' })
    response.end('Sebentar')
    response.writeHead(500)
    response.write('lagi')
    response.end('lagi')
  })
  expect({ status, again: headers['retry-after'], said: bytes.toString(), odd: headers['0'] }).toEqual({
    status: 503,
    again: '5',
    said: 'Sebentar',
    odd: undefined,
  })
})

test('what has no body gets none', async () => {
  const head = await asked((response) => response.end(), { 'accept-encoding': 'br' }, 'HEAD')
  expect({ status: head.status, length: head.headers['content-length'] }).toEqual({ status: 200, length: undefined })
  const unchanged = await asked((response) => response.writeHead(304).end(), { 'accept-encoding': 'br' })
  expect({ status: unchanged.status, coding: unchanged.headers['content-encoding'] }).toEqual({ status: 304, coding: undefined })
})
