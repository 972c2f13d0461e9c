import type { Readable } from 'node:stream'
import type { Asked } from '@/lib/auth/asked'
import { JUMLAH_HALAMAN_HEADER } from '@/lib/contract/headers'
import { type BytesAnswer, notModified } from './answer'
import { isKnown } from './etag'

/** Bytes to be served: see `Download` of lib/operations/read-lampiran.ts. */
interface Served {
  readonly mime: string
  readonly nama: string
  readonly isInline: boolean
  /** Says which bytes these are: another one whenever any of them is another. */
  readonly sidik: string
  /** Asked only when somebody has not got them already. */
  readonly bytes: () => Promise<Bytes>
}

interface Bytes {
  readonly ukuran: number
  /** Of the PDF that a page is from. */
  readonly jumlahHalaman?: number
  readonly open: (span: Span) => Promise<Readable>
}

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Answers with bytes, or with the one part that `Range` asks for (RFC 9110, 14): several parts, or what cannot be understood, is the whole.
 * What comes from strangers can neither run nor be taken for something else. A browser may keep a copy for itself, and asks each time whether
 * it may show it still: 304 costs no bytes, and is only ever said to whoever would get them (lib/decisions/117-pictures-are-kept-and-asked-for.md).
 */
export async function download(request: Asked, served: Served): Promise<BytesAnswer<200 | 206 | 304 | 416>> {
  const kept = keptBy(served)
  if (isKnown(request.headers.get('if-none-match'), kept.ETag)) return notModified(kept)
  const { ukuran, jumlahHalaman, open } = await served.bytes()
  const range = isStillWhole(request, kept.ETag) ? rangeOf(request.headers.get('range'), ukuran) : null
  if (range === 'unsatisfiable')
    return { status: 416, bytes: null, headers: { ...headersOf(served), 'Content-Range': `bytes */${ukuran}` } }
  const { start, end } = range ?? { start: 0, end: ukuran - 1 }
  const headers = {
    ...headersOf(served),
    ...(jumlahHalaman ? { [JUMLAH_HALAMAN_HEADER]: String(jumlahHalaman) } : {}),
    'Content-Length': String(end - start + 1),
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${ukuran}` } : {}),
  }
  const bytes = request.method === 'HEAD' ? null : await open({ start, end })
  return { status: range ? 206 : 200, bytes, headers }
}

/**
 * Who asks is looked at each time, so that a copy need not be told apart by cookie, which is renewed all the time: it would never be found again.
 */
const keptBy = ({ sidik }: Served) => ({ ETag: `"${sidik}"`, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' })

/** Are the bytes still those of which somebody has a part? RFC 9110, 13.1.5. */
function isStillWhole(request: Asked, etag: string): boolean {
  const ifRange = request.headers.get('if-range')
  return ifRange === null || ifRange.trim() === etag
}

const headersOf = (served: Served) => ({
  ...keptBy(served),
  'Content-Type': served.mime,
  'Content-Disposition': `${served.isInline ? 'inline' : 'attachment'}; ${fileNameOf(served.nama)}`,
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Accept-Ranges': 'bytes',
})

/** For old clients in plain letters, for all others as it is: RFC 6266, 4.3, and RFC 8187. */
function fileNameOf(nama: string): string {
  const plain = nama.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(nama).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return `filename="${plain}"; filename*=UTF-8''${exact}`
}

/** @returns null when the whole is asked for */
export function rangeOf(header: string | null, size: number): Span | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec((header ?? '').replaceAll(' ', '')) ?? []
  if (first === '' && last === '') return null
  if (first === '') return Number(last) === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 }
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}
