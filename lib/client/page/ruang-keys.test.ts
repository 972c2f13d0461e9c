import { expect, test } from 'vitest'
import { ruangKeyOf, stopAfter } from './ruang-keys'

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }
const stops = ['a', 'b*', 'c', 'd*'].map((name) => ({ id: name.charAt(0), waits: name.endsWith('*') }))

test('the arrow keys with Alt lead to the neighbour in the list, and no further than its ends', () => {
  expect(stopAfter(stops, 'b', 'sesudah')).toBe('c')
  expect(stopAfter(stops, 'b', 'sebelum')).toBe('a')
  expect(stopAfter(stops, 'd', 'sesudah')).toBeNull()
  expect(stopAfter(stops, 'a', 'sebelum')).toBeNull()
  expect(stopAfter(stops, null, 'sesudah')).toBe('a')
  expect(stopAfter(stops, null, 'sebelum')).toBe('d')
  expect(stopAfter([], null, 'sesudah')).toBeNull()
})

test('with Shift they lead to the next one that waits, round about, and never to the one that is open', () => {
  expect(stopAfter(stops, 'b', 'belumDibaca')).toBe('d')
  expect(stopAfter(stops, 'd', 'belumDibaca')).toBe('b')
  expect(stopAfter(stops, 'b', 'belumDibacaSebelum')).toBe('d')
  expect(stopAfter(stops, null, 'belumDibaca')).toBe('b')
  expect(stopAfter(stops, null, 'belumDibacaSebelum')).toBe('d')
  expect(stopAfter([{ id: 'a', waits: true }], 'a', 'belumDibaca')).toBeNull()
  expect(stopAfter([], 'a', 'belumDibaca')).toBeNull()
})

test('what writes a sign or moves the cursor is no key of the room', () => {
  expect(ruangKeyOf({ ...NONE, key: 'ArrowDown', altKey: true })).toBe('sesudah')
  expect(ruangKeyOf({ ...NONE, key: 'ArrowUp', altKey: true, shiftKey: true })).toBe('belumDibacaSebelum')
  for (const ctrl of ['ctrlKey', 'metaKey']) expect(ruangKeyOf({ ...NONE, key: 'K', [ctrl]: true })).toBe('cariNama')
  expect(ruangKeyOf({ ...NONE, key: 'k' })).toBeNull()
  expect(ruangKeyOf({ ...NONE, key: 'ArrowDown' })).toBeNull()
  expect(ruangKeyOf({ ...NONE, key: 'ArrowDown', altKey: true, ctrlKey: true })).toBeNull()
  expect(ruangKeyOf({ ...NONE, key: 'k', altKey: true, ctrlKey: true })).toBeNull()
})
