import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test, vi } from 'vitest'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { openDoor, type Path } from './door'

type Door = (request: IncomingMessage, response: ServerResponse, path: Path) => Promise<void>

/** A web server behind whose only door this is answered, once `ready` says so. */
async function serving(body: Readable, ready: Promise<unknown> = Promise.resolve()) {
  const doors = onePerProcess('doors', (): { open?: (path: string, answer: Door) => void } => ({}))
  let door: Door | undefined
  doors.open = (_, answer) => {
    door = answer
  }
  openDoor('/x', async () => {
    await ready
    return { status: 200, headers: { 'Content-Type': 'application/pdf' }, body }
  })
  delete doors.open
  const server = createServer((asked, response) => door?.(asked, response, { id: '', kode: '' }))
  onTestFinished(() => void server.close())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, port: (server.address() as AddressInfo).port }
}

/** Bytes without an end. */
const endless = () =>
  new Readable({
    read() {
      this.push(Buffer.alloc(65_536))
    },
  })

test('a reader who goes away in the middle ends what is being made', async () => {
  const body = endless()
  const { port } = await serving(body)
  const asking = request({ port, host: '127.0.0.1' }, (response) => response.once('data', () => asking.destroy())).on(
    'error',
    () => undefined,
  )
  asking.end()
  await vi.waitFor(() => expect(body.destroyed).toBe(true))
})

test('a reader who has gone before there is an answer ends it too', async () => {
  const body = endless()
  let answer: (value?: unknown) => void = () => undefined
  const { server, port } = await serving(body, new Promise((ready) => (answer = ready)))
  const gone = new Promise((done) => server.once('request', (asked: IncomingMessage) => asked.socket.once('close', done)))
  const asking = request({ port, host: '127.0.0.1' }).on('error', () => undefined)
  server.once('request', () => asking.destroy())
  asking.end()
  await gone
  answer()
  await vi.waitFor(() => expect(body.destroyed).toBe(true))
})
