import { SISI_MAX, UKURAN_MAX } from '@/lib/domain/lampiran'
import type { Kind } from './kind'
import type { Size } from './zoom'

/** A photo up to here, in bytes, is sent as it is, if the server takes its kind. */
const SMALL = 1_500_000

interface Picture extends Size {
  readonly kind: Kind
  readonly ukuran: number
}

/** null: send it as it is; else the size to draw it in. Slow lines pay for every byte, and nobody sees more than `SISI_MAX` pixels. */
export function redrawnSize({ kind, ukuran, lebar, tinggi }: Picture): Size | null {
  const scale = Math.min(1, SISI_MAX / Math.max(lebar, tinggi))
  if (isTaken(kind) && scale === 1 && ukuran <= SMALL) return null
  return { lebar: Math.max(1, Math.round(lebar * scale)), tinggi: Math.max(1, Math.round(tinggi * scale)) }
}

/** A drawing can come out larger than what it was made of: then the original goes, if it may. */
export const isWorse = ({ kind, ukuran, lebar, tinggi }: Picture, drawn: number): boolean =>
  isTaken(kind) && drawn >= ukuran && ukuran <= UKURAN_MAX.image && Math.max(lebar, tinggi) <= SISI_MAX

/** Those that the server takes as they are. */
const isTaken = (kind: Kind) => kind === 'jpeg' || kind === 'png' || kind === 'webp'
