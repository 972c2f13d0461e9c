import { expect, test } from 'vitest'
import { atTop, panBy, WHOLE, zoomAt } from './zoom'

const FIT = { lebar: 400, tinggi: 300 }

test('what is under the fingers stays under them', () => {
  const look = zoomAt(WHOLE, 2, { x: 100, y: 50 }, FIT)
  // A spot at (100, 50) is at skala * (100, 50) from the moved middle.
  expect([look.x + 2 * 100, look.y + 2 * 50]).toEqual([100, 50])
})

test('it is never smaller than the screen, never moved off it, and never larger than eight times', () => {
  expect(zoomAt({ skala: 2, x: 150, y: 0 }, 0.1, { x: 0, y: 0 }, FIT)).toEqual(WHOLE)
  expect(panBy({ skala: 2, x: 0, y: 0 }, { x: 900, y: -900 }, FIT)).toEqual({ skala: 2, x: 200, y: -150 })
  expect(zoomAt(WHOLE, 100, { x: 0, y: 0 }, FIT).skala).toBe(8)
})

test('the next page is looked at as closely, from its top, where the one before was looked at from the left', () => {
  expect(atTop({ skala: 2, x: 200, y: -150 }, FIT)).toEqual({ skala: 2, x: 200, y: 150 })
  expect(atTop(WHOLE, FIT)).toEqual(WHOLE)
})

test('a whole picture does not move', () => {
  expect(panBy(WHOLE, { x: 30, y: 30 }, FIT)).toEqual(WHOLE)
})
