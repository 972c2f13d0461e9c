import { readFile } from 'node:fs/promises'
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

/**
 * @param {string} file
 * @param {number} size edge in pixels
 * @param {number} share of the edge that the mark takes
 */
async function draw(file, size, share) {
  const inner = Math.round(size * share)
  const input = await sharp(Buffer.from(mark), { density: (72 * inner) / 48 })
    .resize(inner, inner)
    .png()
    .toBuffer()
  await sharp({ create: { width: size, height: size, channels: 3, background: PAPER } })
    .composite([{ input, gravity: 'centre' }])
    .png({ compressionLevel: 9, palette: true })
    .toFile(file)
}
