import { PIKSEL_MAX, SISI_MAX, UKURAN_MAX } from '@/lib/domain/lampiran'
import type { Kind } from './kind'
import type { Size } from './zoom'

/** A photo up to here, in bytes, is sent as it is, if the server takes its kind. */
const SMALL = 1_500_000

interface Picture extends Size {
  readonly kind: Kind
  readonly ukuran: number
}

/** So many times as long as wide, a picture is a long screenshot: it is read at its width, piece by piece. */
const LONG = 3
/** Its width, and the pixels of all of it, that every browser can draw (Safari on iOS: 4096 × 4096, no side over 16,384). */
const LONG_WIDTH = 1440
const DRAWN_PIXELS = 16_000_000
const DRAWN_SIDE = 16_000

/** null: send it as it is; else the size to draw it in. Slow lines pay for every byte, and nobody sees more than `SISI_MAX` pixels. */
export function redrawnSize({ kind, ukuran, lebar, tinggi }: Picture): Size | null {
  const scale = scaleOf({ lebar, tinggi })
  if (isTaken(kind) && scale === 1 && ukuran <= SMALL) return null
  return { lebar: Math.max(1, Math.round(lebar * scale)), tinggi: Math.max(1, Math.round(tinggi * scale)) }
}

/** A drawing can come out larger than what it was made of: then the original goes, if it may. */
export const isWorse = ({ kind, ukuran, lebar, tinggi }: Picture, drawn: number): boolean =>
  isTaken(kind) && drawn >= ukuran && ukuran <= UKURAN_MAX.image && scaleOf({ lebar, tinggi }) === 1

/** Does the server take it without our help? */
export const mayGoAsItIs = ({ kind, ukuran, lebar, tinggi }: Picture): boolean =>
  isTaken(kind) && ukuran <= UKURAN_MAX.image && lebar * tinggi <= PIKSEL_MAX

function scaleOf({ lebar, tinggi }: Size): number {
  const [short, long] = [Math.min(lebar, tinggi), Math.max(lebar, tinggi)]
  if (long <= short * LONG) return Math.min(1, SISI_MAX / long)
  return Math.min(1, LONG_WIDTH / short, DRAWN_SIDE / long, Math.sqrt(DRAWN_PIXELS / (lebar * tinggi)))
}

/** Those that the server takes as they are. */
const isTaken = (kind: Kind) => kind === 'jpeg' || kind === 'png' || kind === 'webp'
