import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { refuseGarbage } from './outside-next.mjs'
import { openPatientServer } from './patient-server.mjs'

const PATIENCE = { headers: 150, request: 400, piece: 20_000, still: 400, look: 20, idle: 5000 }

/** A server of little patience, and a raw connection to it with what it has said so far. */
async function meet(
  listener: RequestListener = (request, response) => request.resume().on('end', () => response.end('ya')),
  patience = PATIENCE,
  options: { allowHalfOpen?: boolean } = {},
) {
  const server = openPatientServer(patience).on('request', listener).on('clientError', refuseGarbage).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', ...options })
  onTestFinished(() => {
    socket.destroy()
    server.closeAllConnections()
    server.close()
  })
  const seen = { heard: '', isClosed: false }
  socket
    .on('error', () => undefined)
    .on('close', () => {
      seen.isClosed = true
    })
  const listen = () => socket.setEncoding('latin1').on('data', (text: string) => (seen.heard += text))
  return { server, socket, seen, listen }
}

const connectionsOf = (server: Server) => new Promise((count) => server.getConnections((_, open) => count(open)))

/** Writes a byte now and then until it is hung up on. */
function drip(socket: Socket, text: string): void {
  let at = 0
  const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ''), 30)
  socket.once('close', () => clearInterval(timer))
}

const EVENTUALLY = { timeout: 10_000 }

test.each([
  ['headers', 'GET / HTTP/1.1\r\nHost: sapa\r\n', 'X-A: bcd\r\n'],
  ['a body', 'POST / HTTP/1.1\r\nHost: sapa\r\nContent-Length: 100000\r\n\r\n', 'x'],
])('whoever sends %s a byte at a time is told 408 and hung up on', async (_, begins, goesOn) => {
  const { socket, seen, listen } = await meet()
  listen()
  socket.write(begins)
  drip(socket, goesOn)
  await vi.waitFor(() => expect(seen).toMatchObject({ isClosed: true, heard: expect.stringMatching(/^HTTP\/1\.1 408 /) }), EVENTUALLY)
})

test('a file that comes slowly but steadily is taken, however long it takes', async () => {
  const came = { bytes: 0 }
  const { socket, seen, listen } = await meet((request, response) =>
    request.on('data', (bytes: Buffer) => (came.bytes += bytes.length)).on('end', () => response.end('ya')),
  )
  listen()
  const pieces = 60
  const piece = 'x'.repeat(PATIENCE.piece / 2)
  socket.write(`POST / HTTP/1.1\r\nHost: sapa\r\nConnection: close\r\nContent-Length: ${pieces * piece.length}\r\n\r\n`)
  const started = performance.now()
  for (let sent = 0; sent < pieces; sent++) {
    socket.write(piece)
    await delay(30)
  }
  await vi.waitFor(() => expect(seen).toMatchObject({ isClosed: true, heard: expect.stringMatching(/^HTTP\/1\.1 200 /) }), EVENTUALLY)
  expect(came.bytes).toBe(pieces * piece.length)
  expect(performance.now() - started).toBeGreaterThan(3 * PATIENCE.request)
})

test.each([
  ['headers', 'GET / HTTP/1.1\r\nHost: sapa\r\n', 'X-A: bcd\r\n'],
  ['a body', 'POST / HTTP/1.1\r\nHost: sapa\r\nContent-Length: 100000\r\n\r\n', 'x'],
])('whoever goes on with %s after they were told 408 does not stay', async (_, begins, goesOn) => {
  const { server, socket, listen } = await meet(undefined, PATIENCE, { allowHalfOpen: true })
  listen()
  socket.write(begins)
  drip(socket, goesOn)
  await once(socket, 'end')
  await vi.waitFor(async () => expect(await connectionsOf(server)).toBe(0), EVENTUALLY)
})

test.each([
  ['nothing at all', ''],
  ['half a line', 'GET /ap'],
  ['headers and then nothing of the body', 'POST / HTTP/1.1\r\nHost: sapa\r\nContent-Length: 5\r\n\r\n'],
])('whoever sends %s does not stay', async (_, text) => {
  const { socket, seen, listen } = await meet()
  listen()
  socket.write(text)
  await vi.waitFor(() => expect(seen.isClosed).toBe(true), EVENTUALLY)
})

/** More than two machines keep on the way. */
const LARGE = Buffer.alloc(32 * 1024 * 1024, 'a')

/** Hands out a large answer in pieces, as files go out, and tells whether it was broken off. */
function largeAnswer(piece = 65_536) {
  const told: { brokenOff?: boolean } = {}
  const pieces = Array.from({ length: LARGE.length / piece }, (_, n) => LARGE.subarray(n * piece, (n + 1) * piece))
  const listener: RequestListener = async (_, response) => {
    response.setHeader('Content-Length', LARGE.length)
    told.brokenOff = await pipeline(Readable.from(pieces, { objectMode: false }), response).then(
      () => false,
      () => true,
    )
  }
  return { told, listener }
}

test.each([
  ['and is silent', false],
  ['but says something now and then', true],
])('whoever stops reading an answer %s is hung up on, and what it was made of is let go', async (_, isTalking) => {
  const { told, listener } = largeAnswer()
  const { socket, server } = await meet(listener)
  socket.pause().write('GET / HTTP/1.1\r\nHost: sapa\r\n\r\n')
  if (isTalking) drip(socket, '\r\n')
  await vi.waitFor(() => expect(told).toEqual({ brokenOff: true }), EVENTUALLY)
  await vi.waitFor(async () => expect(await connectionsOf(server)).toBe(0), EVENTUALLY)
})

test.each([
  ['in pieces', 65_536],
  ['at once', LARGE.length],
])('whoever slowly reads what goes out %s gets all of it, however long it takes', async (_, piece) => {
  const { told, listener } = largeAnswer(piece)
  // A system tells of what has left in large steps: more time than one of them takes on a busy machine.
  const still = 1500
  const { socket, seen } = await meet(listener, { ...PATIENCE, still })
  const started = performance.now()
  let came = 0
  socket.on('data', (bytes: Buffer) => {
    came += bytes.length
    socket.pause()
    setTimeout(() => socket.resume(), 4)
  })
  socket.write('GET / HTTP/1.1\r\nHost: sapa\r\nConnection: close\r\n\r\n')
  await vi.waitFor(() => expect(seen.isClosed).toBe(true), { timeout: 30_000 })
  expect(told).toEqual({ brokenOff: false })
  expect(came).toBeGreaterThan(LARGE.length)
  expect(performance.now() - started).toBeGreaterThan(still)
})

test('a connection that became a WebSocket may be quiet for as long as it likes', async () => {
  const { server, socket, seen, listen } = await meet()
  server.on('upgrade', (_, upgraded) => {
    upgraded.write('HTTP/1.1 101 Switching Protocols\r\n\r\n')
    setTimeout(() => upgraded.write('masih di sini'), 3 * PATIENCE.still)
  })
  listen()
  socket.write('GET /app/x HTTP/1.1\r\nHost: sapa\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  await vi.waitFor(() => expect(seen.heard).toContain('masih di sini'), EVENTUALLY)
  expect(seen.isClosed).toBe(false)
})
