import type { Kind } from '@/lib/client/lampiran/kind'
import { BerkasProblem } from '@/lib/client/lampiran/problem'
import { isWorse, mayGoAsItIs, redrawnSize } from './picture-plan'
import type { Size } from './zoom'

const QUALITY = 0.85

export interface Drawn extends Size {
  readonly isi: Blob
  readonly isJpeg: boolean
}

/**
 * Makes a photo fit for a slow line: upright, at most `SISI_MAX` pixels, JPEG; whatever the browser can show becomes JPEG here, HEIC too
 * where it can. A small one that the server takes stays as it is.
 * @throws BerkasProblem when the browser cannot show it
 */
export async function redraw(isi: Blob, kind: Kind): Promise<Drawn> {
  const image = await decode(isi).catch(() => {
    throw new BerkasProblem(kind === 'heic' ? 'heic' : 'rusak')
  })
  const picture = { kind, ukuran: isi.size, lebar: image.naturalWidth, tinggi: image.naturalHeight }
  const original = { isi, lebar: picture.lebar, tinggi: picture.tinggi, isJpeg: kind === 'jpeg' }
  const size = redrawnSize(picture)
  if (!size) return original
  const drawn = await draw(image, size).catch((error) => {
    // Where the browser cannot draw honestly, the photo goes as it is, if it may: the server makes it smaller too.
    if (!mayGoAsItIs(picture)) throw error
    return null
  })
  if (drawn === null) return original
  return isWorse(picture, drawn.size) ? original : { isi: drawn, ...size, isJpeg: true }
}

/** An `<img>` rather than `createImageBitmap`: it turns by EXIF and reads HEIC in more browsers. */
async function decode(isi: Blob): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = URL.createObjectURL(isi)
  try {
    await image.decode()
    if (image.naturalWidth === 0) throw new Error('empty')
    return image
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

async function draw(image: HTMLImageElement, { lebar, tinggi }: Size): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = lebar
  canvas.height = tinggi
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new BerkasProblem('rusak')
  if (!isHonest(context)) throw new BerkasProblem('rusak')
  // What was transparent would turn black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, lebar, tinggi)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, lebar, tinggi)
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  // Phones give memory back only when they are told to.
  canvas.width = 0
  if (!drawn) throw new BerkasProblem('rusak')
  return drawn
}

/** Some browsers answer with noise or white, against fingerprinting: a photo of a rash must not become that. */
function isHonest(context: CanvasRenderingContext2D): boolean {
  context.fillStyle = '#336699'
  context.fillRect(0, 0, 1, 1)
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
  return red === 0x33 && green === 0x66 && blue === 0x99
}
