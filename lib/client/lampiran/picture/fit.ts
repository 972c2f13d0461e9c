import type { Size } from './zoom'

/** Room for a picture in a bubble, in CSS pixels. */
const BOX = { lebar: 272, tinggi: 320 }
const LEAST = { lebar: 96, tinggi: 64 }

/** How large a picture is drawn in a bubble: known before its first byte, so that nothing jumps when it comes. */
export function fitInBubble({ lebar, tinggi }: Partial<Size>): Size {
  if (!lebar || !tinggi) return { lebar: BOX.lebar, tinggi: Math.round(BOX.lebar * 0.75) }
  const scale = Math.min(1, BOX.lebar / lebar, BOX.tinggi / tinggi)
  return { lebar: Math.max(LEAST.lebar, Math.round(lebar * scale)), tinggi: Math.max(LEAST.tinggi, Math.round(tinggi * scale)) }
}
