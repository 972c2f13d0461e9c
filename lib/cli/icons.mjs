import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'

/**
 * Draws the icons of the installed application from the favicon: `node lib/cli/icons.mjs`, after the mark has changed.
 * A maskable one may be cut to a circle of 80 % (https://w3c.github.io/manifest/#icon-masks); iOS wants no transparency.
 */

const PAPER = '#fffdf9'
const mark = (await readFile('public/favicon.svg', 'utf8')).replace(/@media[^{]+\{[^}]*\}[^}]*\}\}?/, '')

await draw('public/ikon-192.png', 192, 0.84)
await draw('public/ikon-512.png', 512, 0.84)
await draw('public/ikon-maskable-512.png', 512, 0.6)
await draw('public/ikon-apel-180.png', 180, 0.74)
await writeFile('public/favicon.ico', icoOf(await markOf(32), 32))

/**
 * @param {string} file
 * @param {number} size edge in pixels
 * @param {number} share of the edge that the mark takes
 */
async function draw(file, size, share) {
  const input = await markOf(Math.round(size * share))
  await sharp({ create: { width: size, height: size, channels: 3, background: PAPER } })
    .composite([{ input, gravity: 'centre' }])
    .png({ compressionLevel: 9, palette: true })
    .toFile(file)
}

/** @param {number} size edge in pixels */
function markOf(size) {
  return sharp(Buffer.from(mark), { density: (72 * size) / 48 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer()
}

/**
 * What browsers ask for by themselves where no page names an icon: one PNG in a wrapper (https://en.wikipedia.org/wiki/ICO_(file_format)).
 * @param {Buffer} png
 * @param {number} size edge in pixels, below 256
 */
function icoOf(png, size) {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2) // an icon,
  head.writeUInt16LE(1, 4) // one picture
  head.set([size, size], 6)
  head.writeUInt16LE(1, 10) // colour plane
  head.writeUInt16LE(32, 12) // bits per pixel
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}
