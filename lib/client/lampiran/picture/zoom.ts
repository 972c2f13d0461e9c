/** How a picture is looked at: enlarged `skala` times, its middle moved by `x` and `y` CSS pixels. */
export interface Look {
  readonly skala: number
  readonly x: number
  readonly y: number
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Of the picture as it fits the screen, in CSS pixels. */
export interface Size {
  readonly lebar: number
  readonly tinggi: number
}

export const WHOLE: Look = { skala: 1, x: 0, y: 0 }
const SKALA_MAX = 8

/** Enlarges by `factor` so that what is at `point` (from the middle of the screen) stays there. */
export function zoomAt(look: Look, factor: number, point: Point, fit: Size): Look {
  const skala = Math.min(SKALA_MAX, Math.max(1, look.skala * factor))
  const grown = skala / look.skala
  return hold({ skala, x: point.x - (point.x - look.x) * grown, y: point.y - (point.y - look.y) * grown }, fit)
}

export const panBy = (look: Look, by: Point, fit: Size): Look => hold({ ...look, x: look.x + by.x, y: look.y + by.y }, fit)

/** As close, with its upper edge at the upper edge of the screen. */
export const atTop = (look: Look, fit: Size): Look => hold({ ...look, y: Number.MAX_SAFE_INTEGER }, fit)

/** No further than its edges: the picture never leaves the screen. */
function hold({ skala, x, y }: Look, { lebar, tinggi }: Size): Look {
  const within = (value: number, side: number) => {
    const room = (side * (skala - 1)) / 2
    return Math.min(room, Math.max(-room, value)) || 0
  }
  return { skala, x: within(x, lebar), y: within(y, tinggi) }
}
