import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { inspectImage } from './image.mjs'
import { durationOfMp3 } from './mp3.mjs'
import { durationOfMp4 } from './mp4.mjs'
import { IsVideo, NotTaken } from './not-taken.mjs'
import { durationOfOgg } from './ogg.mjs'
import { pagesOf } from './pdf.mjs'
import { isAlsoSomethingElse } from './polyglot.mjs'
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
    const bytes = await readFile(job.original)
    const found = await find(bytes, job)
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

/** @param {Buffer} bytes @param {Job} job @returns {Promise<Found>} */
async function find(bytes, { original, result, thumb, limits }) {
  const mime = ((await fileTypeFromBuffer(bytes))?.mime ?? '').split(';')[0] ?? ''
  const durationOf = AUDIO[mime]
  if (isAlsoSomethingElse(bytes)) throw new NotTaken('type')
  if (['image/jpeg', 'image/png', 'image/webp'].includes(mime)) {
    refuseAbove(limits.bytes.image, bytes)
    return inspectImage({ original, result, thumb, limits })
  }
  if (mime === 'application/pdf') {
    const halaman = pagesOf(bytes)
    refuseAbove(limits.bytes.file, bytes)
    return { tipe: 'file', mime, isResult: false, ...(halaman ? { halaman } : {}) }
  }
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

/** @param {string} path */
const hashOf = async (path) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
