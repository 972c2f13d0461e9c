import { createHash } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { inspectImage } from './image.mjs'
import { durationOfMp3 } from './mp3.mjs'
import { durationOfMp4 } from './mp4.mjs'
import { IsVideo, NotTaken } from './not-taken.mjs'
import { durationOfOgg } from './ogg.mjs'
import { pagesOf } from './pdf.mjs'
import { isAlsoSomethingElse, TAIL } from './polyglot.mjs'
import { durationOfWebm } from './webm.mjs'

/**
 * @typedef {{ original: string, result: string, thumb: string, limits: Limits }} Job paths, and how much is too much
 * @typedef {{ bytes: Record<'image' | 'file' | 'audio', number>, pixels: number, side: number, thumb: number, seconds: number,
 *   long: { kali: number, lebar: number, piksel: number, sisi: number }, longThumb: { lebar: number, sisi: number } }} Limits
 * @typedef {{ tipe: 'image' | 'file' | 'audio', mime: string, isResult: boolean, lebar?: number, tinggi?: number, durasi?: number,
 *   halaman?: number, ukuranThumb?: number }} Found
 * @typedef {{ ok: true, ukuran: number, sha256: string } & Found} Inspected
 * @typedef {{ ok: false, why: 'type' | 'large' | 'long' }} Refused
 */

/** What is no picture is read in one go, by code whose work grows with its bytes alone: in so many milliseconds on a slow machine. */
const READING_MS = 5000

/**
 * Says what a file is by its content, and makes what is kept of it. What cannot be read to its end is no such file.
 * @param {Job} job @param {(ms: number) => void} promise told how long it may take, where that is less than for a picture
 * @returns {Promise<Inspected | Refused>}
 */
export async function inspect(job, promise = () => undefined) {
  try {
    const found = await find(job, promise)
    const path = found.isResult ? job.result : job.original
    return { ok: true, ...found, ukuran: (await stat(path)).size, sha256: await hashOf(path) }
  } catch (error) {
    return { ok: false, why: error instanceof NotTaken ? error.why : 'type' }
  }
}

/** @type {Record<string, (bytes: Buffer) => number>} seconds, by what file-type says */
const AUDIO = {
  'video/webm': durationOfWebm,
  'audio/webm': durationOfWebm,
  'audio/ogg': durationOfOgg,
  'video/ogg': durationOfOgg,
  'application/ogg': durationOfOgg,
  'audio/mp4': durationOfMp4,
  'audio/x-m4a': durationOfMp4,
  'video/mp4': durationOfMp4,
  'video/x-m4v': durationOfMp4,
  // Recorders of Samsung and others call their sound so: https://www.3gpp.org/dynareport/26244.htm
  'audio/3gpp': durationOfMp4,
  'video/3gpp': durationOfMp4,
  'video/3gpp2': durationOfMp4,
  'audio/mpeg': durationOfMp3,
}

/** @type {Map<(bytes: Buffer) => number, string>} what we call them */
const AUDIO_MIME = new Map([
  [durationOfWebm, 'audio/webm'],
  [durationOfOgg, 'audio/ogg'],
  [durationOfMp4, 'audio/mp4'],
  [durationOfMp3, 'audio/mpeg'],
])

/** Bytes at the beginning in which a PDF names itself. */
const PDF_HEAD = 1024

/** Bytes at the beginning in which a picture names itself. */
const HEAD = 64 * 1024

/** @param {Job} job @param {(ms: number) => void} promise @returns {Promise<Found>} */
async function find(job, promise) {
  const { size, head, tail } = await edgesOf(job.original)
  if (isAlsoSomethingElse(head, tail)) throw new NotTaken('type')
  const mime = await mimeOf(head)
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(mime)) {
    promise(READING_MS)
    return findInWhole(mime, await readFile(job.original), job.limits)
  }
  // The library reads a picture piece by piece, so that it never lies here as a whole.
  if (size > job.limits.bytes.image) throw new NotTaken('large')
  return inspectImage(job)
}

/**
 * What the first bytes say. The library would read a whole file to tell some kinds apart, at a price that the file names: it sees no more than the
 * head, and nothing of what we know without it.
 * @param {Buffer} head
 */
async function mimeOf(head) {
  if (head.toString('latin1', 0, 3) === 'ID3') return 'audio/mpeg'
  if (/^(\xef\xbb\xbf)?[\0\t\n\f\r ]{0,1000}%PDF-/.test(head.toString('latin1', 0, PDF_HEAD))) return 'application/pdf'
  return ((await fileTypeFromBuffer(head))?.mime ?? '').split(';')[0] ?? ''
}

/** How a file begins and ends. @param {string} path */
async function edgesOf(path) {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const read = async (/** @type {number} */ most, /** @type {number} */ position) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, position)
      return buffer.subarray(0, bytesRead)
    }
    return { size, head: await read(HEAD, 0), tail: await read(TAIL, Math.max(0, size - TAIL)) }
  } finally {
    await file.close()
  }
}

/** @param {string} mime @param {Buffer} bytes @param {Limits} limits @returns {Found} */
function findInWhole(mime, bytes, limits) {
  if (mime === 'application/pdf') {
    const halaman = pagesOf(bytes)
    refuseAbove(limits.bytes.file, bytes)
    return { tipe: 'file', mime, isResult: false, ...(halaman ? { halaman } : {}) }
  }
  const durationOf = AUDIO[mime]
  if (!durationOf) throw new NotTaken('type')
  const durasi = measure(durationOf, bytes, limits.bytes.audio)
  // Whole seconds: a recorder that stops itself in time stops a little late.
  if (Math.floor(durasi) > limits.seconds) throw new NotTaken('long')
  return { tipe: 'audio', mime: AUDIO_MIME.get(durationOf) ?? mime, isResult: false, durasi: Math.round(durasi * 1000) / 1000 }
}

/**
 * A film is no recording, however large; of the rest, what is too large need not be whole to be told so.
 * @param {(bytes: Buffer) => number} durationOf @param {Buffer} bytes @param {number} most
 */
function measure(durationOf, bytes, most) {
  try {
    const durasi = durationOf(bytes)
    refuseAbove(most, bytes)
    if (!(durasi > 0)) throw new NotTaken('type')
    return durasi
  } catch (error) {
    if (!(error instanceof IsVideo)) refuseAbove(most, bytes)
    throw error
  }
}

/** @param {number} most @param {Buffer} bytes */
function refuseAbove(most, bytes) {
  if (bytes.length > most) throw new NotTaken('large')
}

/** Through one small buffer: what is read here lies beside what decoding left behind. @param {string} path */
async function hashOf(path) {
  const hash = createHash('sha256')
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(64 * 1024)
    for (let length = -1; length !== 0; hash.update(buffer.subarray(0, length))) length = (await file.read(buffer)).bytesRead
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}
