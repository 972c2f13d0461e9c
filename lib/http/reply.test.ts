import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { askedOfWeb, webResponseOf } from './reply'

const replyOf = (body: string | Readable | null) => ({ status: 200, headers: { 'Content-Length': '4' }, body })

test('a reader who goes away ends what is being made', async () => {
  const source = Readable.from([Buffer.from('ab'), Buffer.from('cd')])
  const reader = webResponseOf(replyOf(source)).body?.getReader()
  await reader?.read()
  expect(source.destroyed).toBe(false)
  await reader?.cancel()
  expect(source.destroyed).toBe(true)
})

test('pieces of text go as bytes', async () => {
  expect(await webResponseOf(replyOf(Readable.from(['sé', 'hat']))).text()).toBe('séhat')
})

test('how long a body is goes under another name, which Next.js leaves alone', () => {
  const { headers } = webResponseOf(replyOf('isi'))
  expect([headers.get('x-body-length'), headers.get('content-length')]).toEqual(['4', null])
})

test('whoever stops reading a body in the middle cuts no line', async () => {
  let isCut = false
  const pieces = ['satu', 'dua', 'tiga'].map((text) => Buffer.from(text))
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => (pieces.length > 0 ? controller.enqueue(pieces.shift() as Buffer) : controller.close()),
    cancel() {
      isCut = true
    },
  })
  const asked = askedOfWeb(new Request('http://klinik.test/', { method: 'POST', body, duplex: 'half' } as RequestInit))
  for await (const _ of asked.body ?? []) break
  expect(isCut).toBe(false)
})
