import type { Kind } from '@/lib/client/lampiran/kind'
import { GAMBAR_PANJANG, PIKSEL_MAX, SISI_MAX, UKURAN_MAX } from '@/lib/domain/lampiran'
import type { Size } from './zoom'

/** A photo up to here, in bytes, is sent as it is, if the server takes its kind. */
const SMALL = 1_500_000

interface Picture extends Size {
  readonly kind: Kind
  readonly ukuran: number
}

/**
 * null: send it as it is; else the size to draw it in. Slow lines pay for every byte, and nobody sees more than `SISI_MAX` pixels. The server keeps
 * to the same sizes (lib/inspection/image.mjs).
 */
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
  const most = GAMBAR_PANJANG
  if (long <= short * most.kali) return Math.min(1, SISI_MAX / long)
  return Math.min(1, most.lebar / short, most.sisi / long, Math.sqrt(most.piksel / (lebar * tinggi)))
}

/** Those that the server takes as they are. */
const isTaken = (kind: Kind) => kind === 'jpeg' || kind === 'png' || kind === 'webp'
