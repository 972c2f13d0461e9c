import { inflateSync } from 'node:zlib'
import { NotTaken } from './not-taken.mjs'

/** Bytes at the end in which readers look for the last mark: ISO 32000-1, Annex H.3. */
const TAIL = 1024

/** At most so many compressed object streams are opened, each up to so many bytes. */
const STREAMS_MAX = 200
const STREAM_BYTES_MAX = 4 * 1024 * 1024

/**
 * Is this a PDF from its first byte to its last? It is kept as it is.
 * @param {Buffer} bytes
 * @returns {number | null} how many pages it says it has; null when it does not say so plainly (it may be encrypted)
 */
export function pagesOf(bytes) {
  const text = bytes.toString('latin1')
  const tail = text.replace(/[\s\0]+$/, '').slice(-TAIL)
  const after = tail.slice(tail.lastIndexOf('%%EOF'))
  const isWhole = /^%PDF-[12]\.\d\s/.test(text) && /\d\s+obj\b/.test(text) && /\b(trailer|startxref)\b/.test(text)
  if (!isWhole || !after.startsWith('%%EOF') || after.includes('<')) throw new NotTaken('type')
  return countIn(text) ?? countIn(objectStreams(bytes, text).join('\n'))
}

/** The root of the page tree counts all that is below it: the largest count is it. @param {string} text @returns {number | null} */
function countIn(text) {
  let most = 0
  for (const [object] of text.matchAll(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*|<<[^<>]*\/Count\s+\d+[^<>]*\/Type\s*\/Pages\b/g)) {
    most = Math.max(most, Number(/\/Count\s+(\d{1,6})\b/.exec(object)?.[1] ?? 0))
  }
  return most > 0 ? most : null
}

/** Since PDF 1.5 objects may lie in compressed streams. @param {Buffer} bytes @param {string} text @returns {string[]} */
function objectStreams(bytes, text) {
  const opened = []
  for (const found of text.matchAll(/\/Type\s*\/ObjStm\b[^>]*>>\s*stream\r?\n/g)) {
    if (opened.length === STREAMS_MAX) break
    const start = found.index + found[0].length
    const end = text.indexOf('endstream', start)
    if (end > start) opened.push(inflate(bytes.subarray(start, end)))
  }
  return opened
}

/** @param {Buffer} bytes @returns {string} empty when it cannot be opened */
function inflate(bytes) {
  try {
    return inflateSync(bytes, { maxOutputLength: STREAM_BYTES_MAX }).toString('latin1')
  } catch {
    return ''
  }
}
