import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { openS3Store } from './s3'

/** Milliseconds without a sign of life; what the server below does slowly takes longer in all. */
const PATIENCE_MS = 700

const folder = mkdtempSync(join(tmpdir(), 'sapa-s3-'))
const path = join(folder, 'berkas')
afterAll(() => rmSync(folder, { recursive: true }))

/** A busy machine tells of a cut line a little later. */
const LATER = { timeout: 5000 }

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A store that answers as it is told, and remembers which requests were given up. */
async function open(listener: RequestListener) {
  const left: string[] = []
  server = createServer((request, response) => {
    response.once('close', () => !response.writableFinished && left.push(request.method ?? ''))
    listener(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { bucket: 'klinik', endpoint, region: 'us-east-1', accessKeyId: 'a', secretAccessKey: 'b' }
  return { store: openS3Store(settings, PATIENCE_MS), left }
}

const put = (store: ReturnType<typeof openS3Store>, bytes: Buffer) => {
  writeFileSync(path, bytes)
  return store.put('kunci', { path, ukuran: bytes.length, mime: 'application/pdf', sha256: null })
}

/** Takes in little at a time, like a thin line. */
async function readSlowly(request: IncomingMessage): Promise<number> {
  let came = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    came += chunk.length
    await pause(8)
  }
  return came
}

test('a file that goes out slowly is waited for as long as it moves', async () => {
  let [came, took] = [0, 0]
  const { store } = await open(async (request, response) => {
    const started = performance.now()
    came = await readSlowly(request)
    took = performance.now() - started
    response.end()
  })
  const bytes = Buffer.alloc(10 * 1_048_576)
  await put(store, bytes)
  expect(came).toBe(bytes.length)
  expect(took).toBeGreaterThan(PATIENCE_MS)
})

test('one that was taken and never answered is given up, and its line is cut', async () => {
  const { store, left } = await open((request) => request.resume())
  await expect(put(store, Buffer.alloc(1000))).rejects.toMatchObject({ code: 'unavailable' })
  await vi.waitFor(() => expect(left).toEqual(['PUT']), LATER)
})

test('a read that is not answered is given up, and its line is cut', async () => {
  const { store, left } = await open(() => undefined)
  await expect(store.read('kunci', { start: 0, end: 9 })).rejects.toMatchObject({ code: 'unavailable' })
  await vi.waitFor(() => expect(left).toEqual(['GET']), LATER)
})

test('a read that stops in the middle ends with an error, and its line is cut', async () => {
  const { store, left } = await open((_, response) => {
    response.writeHead(206, { 'Content-Length': 10 }).write('lima ')
  })
  await expect(buffer(await store.read('kunci', { start: 0, end: 9 }))).rejects.toThrow()
  await vi.waitFor(() => expect(left).toEqual(['GET']), LATER)
})

test('a reader who rests loses nothing, and one who goes lets go of the line', async () => {
  const { store, left } = await open((_, response) => {
    response.writeHead(206, { 'Content-Length': 10 }).end('isi berkas')
  })
  const rested = await store.read('kunci', { start: 0, end: 9 })
  await pause(1.5 * PATIENCE_MS)
  expect((await buffer(rested)).toString()).toBe('isi berkas')
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    response.once('close', () => left.push(`${request.method} left`))
    response.writeHead(206, { 'Content-Length': 10 }).write('lima ')
  })
  const leaving = await store.read('kunci', { start: 0, end: 9 })
  leaving.destroy()
  await vi.waitFor(() => expect(left).toEqual(['GET left']), LATER)
})

test('how large a file is, that there is none, and that the store itself is not well, are three answers', async () => {
  const refuse = (status: number, code: string) =>
    open((_, response) => response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`))
  const there = await open((_, response) => response.writeHead(206, { 'Content-Range': 'bytes 0-0/4711' }).end('x'))
  expect(await there.store.sizeOf('kunci')).toBe(4711)
  server.close()
  expect(await (await refuse(404, 'NoSuchKey')).store.sizeOf('kunci')).toBeNull()
  for (const [status, code] of [
    [404, 'NoSuchBucket'],
    [403, 'InvalidAccessKeyId'],
  ] as const) {
    server.close()
    await expect((await refuse(status, code)).store.sizeOf('kunci')).rejects.toThrow(expect.objectContaining({ name: code }))
  }
})
