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

  const size = sizeOf({ width, height }, limits)
  const writeFrom = (/** @type {'error' | 'none'} */ failOn) => {
    const upright = sharp(original, { limitInputPixels: limits.pixels, failOn, sequentialRead: true }).autoOrient()
    return known.write(upright.resize(size.kept)).toFile(result)
  }
  const kept = await writeFrom('error').catch((error) => {
    // Phones write photos without their last bytes, which every program shows as far as they go.
    if (format !== 'jpeg') throw error
    return writeFrom('none')
  })
  const small = await sharp(result).resize(size.small).webp({ quality: 76 }).toFile(thumb)
  return { tipe: 'image', mime: known.mime, isResult: true, lebar: kept.width, tinggi: kept.height, ukuranThumb: small.size }
}

/**
 * How large a picture is kept, and its small one: a square to fit into, whichever way it is turned. Its twin in the browser, which draws most
 * pictures smaller before they leave, is `redrawnSize` of lib/client/lampiran/picture/picture-plan.ts.
 * @param {{ width: number, height: number }} picture @param {import('./inspect.mjs').Limits} limits
 */
function sizeOf({ width, height }, { side, thumb, long, longThumb }) {
  const [short, longer] = [Math.min(width, height), Math.max(width, height)]
  if (longer <= short * long.kali) return { kept: within(side), small: within(thumb) }
  const scale = Math.min(1, long.lebar / short, long.sisi / longer, Math.sqrt(long.piksel / (width * height)))
  const kept = Math.max(1, Math.round(longer * scale))
  return { kept: within(kept), small: within(Math.max(thumb, Math.min(longThumb.sisi, Math.round((longThumb.lebar / short) * longer)))) }
}

/** @param {number} side */
const within = (side) => /** @type {const} */ ({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
