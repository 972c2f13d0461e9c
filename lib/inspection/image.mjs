import sharp from 'sharp'
import { NotTaken } from './not-taken.mjs'

sharp.cache(false)
sharp.concurrency(1)

/** @typedef {import('./inspect.mjs').Job} Job */

/** How each kind is written again. */
const FORMATS = /** @type {const} */ ({
  jpeg: { mime: 'image/jpeg', write: (/** @type {import('sharp').Sharp} */ image) => image.jpeg({ quality: 84 }) },
  png: { mime: 'image/png', write: (/** @type {import('sharp').Sharp} */ image) => image.png({ compressionLevel: 7 }) },
  webp: { mime: 'image/webp', write: (/** @type {import('sharp').Sharp} */ image) => image.webp({ quality: 84 }) },
})

/**
 * Writes a picture anew, upright, without a word of what was written beside it (place, camera, thumbnail, what was appended), and a small one.
 * How large it is, is read in its head before a pixel is decoded. https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
 * @param {Job} job
 * @returns {Promise<import('./inspect.mjs').Found>}
 */
export async function inspectImage({ original, result, thumb, limits }) {
  const { width, height, format, pages = 1 } = await sharp(original, { limitInputPixels: false }).metadata()
  const known = FORMATS[/** @type {keyof typeof FORMATS} */ (format)]
  if (!known || pages > 1) throw new NotTaken('type')
  if (width * height > limits.pixels) throw new NotTaken('large')

  const upright = sharp(original, { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true }).autoOrient()
  const kept = await known.write(upright.resize({ ...within(limits.side) })).toFile(result)
  const small = await sharp(result).resize(within(limits.thumb)).webp({ quality: 76 }).toFile(thumb)
  return { tipe: 'image', mime: known.mime, isResult: true, lebar: kept.width, tinggi: kept.height, ukuranThumb: small.size }
}

/** @param {number} side */
const within = (side) => /** @type {const} */ ({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
