import { expect, test } from 'vitest'
import { isMovedUp, roomAboveKeyboard } from './keyboard-room'

test('above a keyboard the conversation ends where the keyboard begins, wherever it begins itself', () => {
  const header = 61
  const room = roomAboveKeyboard({ height: 375, scale: 1 }, 664, header)
  expect(room).toBe(314)
  expect(header + (room ?? 0)).toBeLessThanOrEqual(375)
  expect(roomAboveKeyboard({ height: 375, scale: 1 }, 664, -40)).toBe(375)
})

test('a toolbar is no keyboard, and neither is a page that was enlarged', () => {
  expect(roomAboveKeyboard({ height: 610, scale: 1 }, 664, 61)).toBeNull()
  expect(roomAboveKeyboard({ height: 332, scale: 2 }, 664, 61)).toBeNull()
})

test('a page that the browser moved up is moved back, one that its reader enlarged is not', () => {
  expect(isMovedUp({ scale: 1, offsetTop: 120 }, 0)).toBe(true)
  expect(isMovedUp({ scale: 1, offsetTop: 0 }, 80)).toBe(true)
  expect(isMovedUp({ scale: 1.6, offsetTop: 120 }, 0)).toBe(false)
  expect(isMovedUp({ scale: 1, offsetTop: 0 }, 0)).toBe(false)
})
