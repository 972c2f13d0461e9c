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
 * @typedef {{ bytes: Record<'image' | 'file' | 'audio', number>, pixels: number, side: number, thumb: number, seconds: number }} Limits
 * @typedef {{ tipe: 'image' | 'file' | 'audio', mime: string, isResult: boolean, lebar?: number, tinggi?: number, durasi?: number,
 *   halaman?: number, ukuranThumb?: number }} Found
 * @typedef {{ ok: true, ukuran: number, sha256: string } & Found} Inspected
 * @typedef {{ ok: false, why: 'type' | 'large' | 'long' }} Refused
 */

/**
 * Says what a file is by its content, and makes what is kept of it. What cannot be read to its end is no such file.
 * @param {Job} job
 * @returns {Promise<Inspected | Refused>}
 */
export async function inspect(job) {
  try {
    const found = await find(job)
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
  'audio/mpeg': durationOfMp3,
}

/** @type {Map<(bytes: Buffer) => number, string>} what we call them */
const AUDIO_MIME = new Map([
  [durationOfWebm, 'audio/webm'],
  [durationOfOgg, 'audio/ogg'],
  [durationOfMp4, 'audio/mp4'],
  [durationOfMp3, 'audio/mpeg'],
])

/** Bytes at the beginning in which a picture names itself. */
const HEAD = 64 * 1024

/** @param {Job} job @returns {Promise<Found>} */
async function find(job) {
  const { size, head, tail } = await edgesOf(job.original)
  if (isAlsoSomethingElse(head, tail)) throw new NotTaken('type')
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(await mimeOf(head))) return findInWhole(await readFile(job.original), job.limits)
  // The library reads a picture piece by piece, so that it never lies here as a whole.
  if (size > job.limits.bytes.image) throw new NotTaken('large')
  return inspectImage(job)
}

/** @param {Buffer} bytes */
const mimeOf = async (bytes) => ((await fileTypeFromBuffer(bytes))?.mime ?? '').split(';')[0] ?? ''

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

/** @param {Buffer} bytes @param {Limits} limits @returns {Promise<Found>} */
async function findInWhole(bytes, limits) {
  const mime = await mimeOf(bytes)
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
