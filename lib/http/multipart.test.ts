import type { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Asked } from '@/lib/auth/asked'
import { readForm } from './multipart'
import { askedOfWeb } from './reply'

const HEAD = '--batas\r\nContent-Disposition: form-data; name="file"; filename="a%22b.pdf"\r\n\r\n'
const encode = (text: string) => new TextEncoder().encode(text)

/** A request whose body is these pieces; then it ends, or breaks off. */
function requestOf(pieces: readonly string[], end: 'ends' | 'breaks off' | 'goes on', signal?: AbortSignal): Asked {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encode(piece))
      if (end === 'ends') controller.close()
      // What is enqueued must be read before: an error throws away what waits.
      if (end === 'breaks off') setTimeout(() => controller.error(new Error('aborted')), 10)
    },
  })
  const headers = { 'Content-Type': 'multipart/form-data; boundary=batas' }
  const request = new Request('http://klinik.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  // As Next.js gives it; one that is handed to `new Request` may be lost when memory is swept.
  return { ...askedOfWeb(request), signal: signal ?? request.signal }
}

/** Reads a file to its end, and remembers how that went. */
function keeper() {
  const seen = { bytes: 0, ended: '' }
  const keep = async (bytes: Readable) => {
    try {
      for await (const chunk of bytes) seen.bytes += chunk.length
      seen.ended = 'whole'
    } catch (error) {
      seen.ended = 'cut'
      throw error
    }
    return seen.bytes
  }
  return { seen, keep }
}

test('a whole form gives its fields and its file, whose bytes went where they were to go', async () => {
  const { keep } = keeper()
  const field = '--batas\r\nContent-Disposition: form-data; name="konsultasi_id"\r\n\r\nk\r\n'
  const form = await readForm(requestOf([HEAD, 'isi', 'nya\r\n', field, '--batas--\r\n'], 'ends'), 'file', keep)
  expect(form).toEqual({ fields: { konsultasi_id: 'k' }, files: [{ nama: 'a"b.pdf', kept: 6 }] })
})

test.each(['ends', 'breaks off'] as const)('a form that %s in the middle of a file ends whoever reads that file', async (end) => {
  const { seen, keep } = keeper()
  await expect(readForm(requestOf([HEAD, 'isi'], end), 'file', keep)).rejects.toMatchObject({ code: 'invalid_json' })
  expect(seen.ended).toBe('cut')
})

test('a sender who went away without a word ends it too', async () => {
  const { seen, keep } = keeper()
  const gone = new AbortController()
  const reading = readForm(requestOf([HEAD, 'isi'], 'goes on', gone.signal), 'file', keep)
  setTimeout(() => gone.abort(), 10)
  await expect(reading).rejects.toMatchObject({ code: 'invalid_json' })
  expect(seen.ended).toBe('cut')
})

test('of a form with more parts than any of ours only the beginning is read', async () => {
  let pieces = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pieces += 1
      controller.enqueue(encode('--batas\r\n\r\n'.repeat(1000)))
      if (pieces === 2000) controller.close()
    },
  })
  const headers = { 'Content-Type': 'multipart/form-data; boundary=batas' }
  const request = new Request('http://klinik.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  await expect(readForm(askedOfWeb(request), 'file', keeper().keep)).rejects.toMatchObject({ code: 'invalid_json' })
  expect(pieces).toBeLessThan(20)
})

test('a type that only begins like that of a form is none', async () => {
  // Whole in every other way.
  const body = `${HEAD}isi\r\n--batas--\r\n`
  const headers = { 'Content-Type': 'multipart/form-data-x; boundary=batas' }
  const request = new Request('http://klinik.test/', { method: 'POST', body, headers })
  await expect(readForm(askedOfWeb(request), 'file', keeper().keep)).rejects.toMatchObject({ code: 'invalid_json' })
})
