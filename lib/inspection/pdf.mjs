import { inflateSync } from 'node:zlib'
import { Budget, Spent } from './budget.mjs'
import { NotTaken } from './not-taken.mjs'
import { PdfTokens } from './pdf-tokens.mjs'

/** Bytes at the end in which readers look for the last mark: ISO 32000-1, Annex H.3. */
const EDGE = 1024

/** At most so many compressed object streams are opened, each up to so many bytes, all of them up to so many. */
const STREAMS_MAX = 1000
const STREAM_BYTES_MAX = 4 * 1024 * 1024
const OPENED_BYTES_MAX = 16 * 1024 * 1024

/** Steps for all of a file: each of its bytes, all that is opened of it, and room for what is looked at twice. @param {Buffer} bytes */
const stepsFor = (bytes) => bytes.length + OPENED_BYTES_MAX + 12 * 1024 * 1024

/** Dictionaries in each other, and words in one: more is nobody's page tree. */
const DEPTH_MAX = 100
const WORDS_MAX = 1000

/**
 * Is this a PDF from its first byte to its last? It is kept as it is. Its twin in the browser is `isPdf` of lib/client/lampiran/kind.ts.
 * @param {Buffer} bytes
 * @returns {number | null} how many pages it says it has; null when it does not say so plainly (it may be encrypted)
 */
export function pagesOf(bytes, budget = new Budget(stepsFor(bytes))) {
  if (!isPdf(bytes)) throw new NotTaken('type')
  try {
    return new PageCount(budget).of(bytes)
  } catch (error) {
    if (error instanceof Spent) return null
    throw error
  }
}

/**
 * A byte order mark and blanks may stand before its name. It ends with the mark of its end or, as some programs leave it, with where its table is.
 * @param {Buffer} bytes
 */
function isPdf(bytes) {
  const end = endOf(bytes)
  const head = bytes.toString('latin1', 0, Math.min(EDGE, end))
  const tail = bytes.toString('latin1', Math.max(0, end - EDGE), end)
  const behind = tail.slice(Math.max(tail.lastIndexOf('%%EOF'), tail.lastIndexOf('startxref')))
  const hasEnd = /^(%%EOF|startxref[\r\n ]{1,4}\d)/.test(behind) && !behind.includes('<')
  const hasTable = bytes.includes('startxref') || bytes.includes('trailer')
  return isPdfHead(head) && hasEnd && hasTable && bytes.includes(' obj')
}

/** @param {string} head */
const isPdfHead = (head) => /^(\xef\xbb\xbf)?[\0\t\n\f\r ]{0,1000}%PDF-[12]\.\d/.test(head)

/** Without what fills it up behind its end. @param {Buffer} bytes */
function endOf(bytes) {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--
  return end
}

/** @typedef {Map<string, string>} Dictionary plain values by their names: a word, `9 0 R` for what lies elsewhere, `<<` or `[` for what has parts */

/**
 * The root of a page tree says how many pages are below it: 7.7.3.2. Nothing is told when several roots disagree (an edited file keeps the old
 * ones), when its number lies elsewhere, when there are fewer pages than it says, or when a part of the file cannot be read.
 */
class PageCount {
  /** @type {Set<string | undefined>} */
  roots = new Set()
  pages = 0
  isReadable = true
  streams = 0
  opened = 0

  /** @param {Budget} budget */
  constructor(budget) {
    this.budget = budget
  }

  /** @param {Buffer} bytes */
  of(bytes) {
    this.#walk(bytes, true)
    const [count = '', ...others] = this.roots
    const isPlain = this.isReadable && others.length === 0 && /^\d{1,6}$/.test(count)
    return isPlain && Number(count) > 0 && Number(count) <= this.pages ? Number(count) : null
  }

  /** @param {Buffer} bytes @param {boolean} hasStreams only a file has, not what was opened in it */
  #walk(bytes, hasStreams) {
    const tokens = new PdfTokens(bytes, this.budget)
    let last = /** @type {Dictionary | null} */ (null)
    for (let token = tokens.next(); token !== null; token = tokens.next()) {
      if (token === 'stream' && hasStreams) this.#pass(tokens, last)
      last = token === '<<' ? this.#look(readDictionary(tokens)) : null
    }
  }

  /** @param {Dictionary | null} found */
  #look(found) {
    if (!found) this.isReadable = false
    const type = found?.get('/Type')
    if (type === '/Pages' && !found?.has('/Parent')) this.roots.add(found?.get('/Count'))
    if (type === '/Page') this.pages++
    return found
  }

  /** Since PDF 1.5 objects may lie in compressed streams: 7.5.7. @param {PdfTokens} tokens @param {Dictionary | null} about */
  #pass(tokens, about) {
    const length = about?.get('/Length') ?? ''
    const data = tokens.skipStream(/^\d{1,9}$/.test(length) ? Number(length) : null)
    if (about?.get('/Type') !== '/ObjStm') return
    const opened = ++this.streams > STREAMS_MAX ? null : inflate(data, Math.min(STREAM_BYTES_MAX, OPENED_BYTES_MAX - this.opened))
    if (!opened) this.isReadable = false
    this.opened += opened?.length ?? 0
    if (opened) this.#walk(opened, false)
  }
}

/** What stands between `<<` and `>>`. @param {PdfTokens} tokens @returns {Dictionary | null} null when it does not end or is none of ours */
function readDictionary(tokens) {
  /** @type {string[]} the words of the dictionary itself, a mark for what lies deeper */
  const words = []
  for (let depth = 1, token = tokens.next(); token !== null; token = tokens.next()) {
    const isOpening = token === '<<' || token === '['
    if (isOpening && depth === DEPTH_MAX) return null
    if (depth === 1 && words.length < WORDS_MAX && token !== '>>') words.push(token)
    if (isOpening) depth++
    if ((token === '>>' || token === ']') && --depth === 0) return entriesOf(words)
  }
  return null
}

/** @param {string[]} words @returns {Dictionary} */
function entriesOf(words) {
  const entries = new Map()
  for (let i = 0; i + 1 < words.length; ) {
    const isElsewhere = words[i + 3] === 'R'
    if (!entries.has(words[i])) entries.set(words[i], isElsewhere ? words.slice(i + 1, i + 4).join(' ') : words[i + 1])
    i += isElsewhere ? 4 : 2
  }
  return entries
}

/** @param {Buffer} bytes @param {number} most bytes that come out @returns {Buffer | null} null when it cannot be opened */
function inflate(bytes, most) {
  try {
    return most > 0 ? inflateSync(bytes, { maxOutputLength: most }) : null
  } catch {
    return null
  }
}
