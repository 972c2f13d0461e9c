import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { download, rangeOf } from './download'
import { askedOfWeb } from './reply'

test.each([
  [null, null],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=2-5', { start: 2, end: 5 }],
  ['bytes=7-', { start: 7, end: 9 }],
  ['bytes=7-100', { start: 7, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-100', { start: 0, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', null],
  ['bytes=-', null],
  ['bytes=0-1,3-4', null],
  ['items=0-1', null],
  ['bytes=x-y', null],
  ['bytes= 2 - 5 ', { start: 2, end: 5 }],
])('of ten bytes %j asks for %j', (header, expected) => {
  expect(rangeOf(header, 10)).toEqual(expected)
})

const served = (open: () => Promise<Readable>) => ({
  mime: 'audio/ogg',
  nama: 'rekaman "batuk" é.ogg',
  isInline: true,
  sidik: 'abc',
  bytes: async () => ({ ukuran: 4, open }),
})
const ask = (init?: RequestInit) => askedOfWeb(new Request('http://klinik.test/', init))

test('a name stands in the header twice: in plain letters, and exactly', async () => {
  const { headers } = await download(
    ask({ method: 'HEAD' }),
    served(async () => Readable.from([])),
  )
  expect(headers?.['Content-Disposition']).toBe(
    'inline; filename="rekaman _batuk_ _.ogg"; filename*=UTF-8\'\'rekaman%20%22batuk%22%20%C3%A9.ogg',
  )
})

test('HEAD opens nothing and says how long it would be', async () => {
  const answer = await download(
    ask({ method: 'HEAD' }),
    served(() => Promise.reject(new Error('opened'))),
  )
  expect(answer).toMatchObject({ status: 200, bytes: null, headers: { 'Content-Length': '4' } })
})

test.each(['"abc"', 'W/"abc"', '"lain", "abc"', '*'])(
  'whoever has the bytes already, as %s, gets no second copy and opens nothing',
  async (known) => {
    const answer = await download(
      ask({ headers: { 'If-None-Match': known, Range: 'bytes=0-1' } }),
      served(() => Promise.reject(new Error('opened'))),
    )
    expect(answer).toEqual({ status: 304, headers: { ETag: '"abc"', 'Cache-Control': 'private, no-cache', Vary: 'Authorization' } })
  },
)

test.each([
  ['"abc"', 206],
  ['"lain"', 200],
  ['W/"abc"', 200],
  ['Sun, 29 Nov 2026 00:00:00 GMT', 200],
])('a part is added only to a part of the same bytes: of %s it is %d', async (ifRange, status) => {
  const answer = await download(
    ask({ headers: { 'If-Range': ifRange, Range: 'bytes=0-1' } }),
    served(async () => Readable.from([])),
  )
  expect(answer.status).toBe(status)
})
