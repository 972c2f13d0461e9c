import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

/** Pictures as phones take them and as strangers make them, made here so that a test says what is in them. */

/** A coordinate in Jakarta, as cameras write it; tests look for these very words in what comes back. */
const GPS = { GPSLatitudeRef: 'S', GPSLatitude: '6/1 12/1 3456/100', GPSLongitudeRef: 'E', GPSLongitude: '106/1 49/1 789/100' }
export const CAMERA = 'KameraRahasia'

/** Left half red, right half blue: after turning one can tell which way is up. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: { create: { width: Math.floor(width / 2), height, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
  ])

/**
 * A photo that lies on its side: its pixels are `width` x `height`, and its EXIF says "turn me by 90 degrees clockwise", where it was taken and
 * with what. Upright it is `height` x `width`, red above and blue below.
 */
export const sidewaysPhoto = (width = 600, height = 400): Promise<Buffer> =>
  halves(width, height)
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Make: CAMERA, Software: CAMERA }, IFD3: GPS })
    .withMetadata({ orientation: 6 })
    .toBuffer()

export const png = (width = 40, height = 30): Promise<Buffer> => halves(width, height).png().toBuffer()
export const webp = (width = 40, height = 30): Promise<Buffer> => halves(width, height).webp().toBuffer()
export const jpeg = (width = 40, height = 30): Promise<Buffer> => halves(width, height).jpeg().toBuffer()

/** A photo that does not get smaller: noise. About so many bytes. */
export async function heavyPhoto(bytes: number): Promise<Buffer> {
  const side = Math.round(Math.sqrt(bytes / 2.6))
  return sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 97, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** A PNG whose head says `width` x `height` and which has nothing behind it: a bomb that must not be lit. */
export async function pngClaiming(width: number, height: number): Promise<Buffer> {
  const small = await png(8, 8)
  const claimed = Buffer.from(small)
  claimed.writeUInt32BE(width, 16)
  claimed.writeUInt32BE(height, 20)
  claimed.writeUInt32BE(crc32(claimed.subarray(12, 29)), 29)
  return claimed
}

/** Two pictures in one WebP. */
export async function animatedWebp(): Promise<Buffer> {
  const frames = await Promise.all(['#ff0000', '#00ff00'].map((background) => plain(background)))
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
}

const plain = (background: string) =>
  sharp({ create: { width: 16, height: 16, channels: 3, background } })
    .png()
    .toBuffer()

export const avif = (): Promise<Buffer> => halves(16, 16).avif().toBuffer()
export const gif = (): Promise<Buffer> => halves(16, 16).gif().toBuffer()
export const tiff = (): Promise<Buffer> => halves(16, 16).tiff().toBuffer()

/** ISO 3309, as PNG uses it. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
