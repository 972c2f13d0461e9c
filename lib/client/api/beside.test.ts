import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { besideOf, createBeside, HEARD_MS } from './beside'

const kabar = (unread_count: number) => ({ unread_count, unread_selesai: 0 })
const nothing = () => undefined

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what somebody shows is asked along, and nothing else', () => {
  const beside = createBeside()
  expect(beside.wanted()).toBeUndefined()
  const stops = [beside.on('kabar', nothing)]
  expect(beside.wanted()).toBe('kabar')
  stops.push(beside.on('meja', nothing))
  expect(beside.wanted()).toBe('kabar,meja')
  stops.pop()?.()
  expect(beside.wanted()).toBe('kabar')
  stops.pop()?.()
  expect(beside.wanted()).toBeUndefined()
})

test('who shows it is told when it is another, and not when it was heard once more', () => {
  const beside = createBeside()
  const told: unknown[] = []
  beside.on('kabar', () => told.push(beside.now('kabar')))
  beside.on('meja', () => told.push(beside.now('meja')))
  const [first, second] = [kabar(1), kabar(2)]
  for (const heard of [first, first, second]) beside.tell({ kabar: heard, meja: 'a' })
  beside.tell({ kabar: second, meja: 'b' })
  expect(told).toEqual([first, 'a', second, 'b'])
})

test('what was heard counts no longer when no answer came for some time, or the conversation asks no more', () => {
  const beside = createBeside()
  beside.tell({ kabar: kabar(1) })
  vi.advanceTimersByTime(HEARD_MS - 1)
  beside.tell({ kabar: kabar(1) })
  vi.advanceTimersByTime(HEARD_MS - 1)
  expect(beside.now('kabar')).toEqual(kabar(1))
  vi.advanceTimersByTime(1)
  expect(beside.now('kabar')).toBeUndefined()
  beside.tell({ kabar: kabar(1) })
  beside.end()
  expect(beside.now('kabar')).toBeUndefined()
})

test('nobody hears what was asked for another person', () => {
  besideOf('pengguna_a').tell({ kabar: kabar(1) })
  expect(besideOf('pengguna_a').now('kabar')).toEqual(kabar(1))
  expect(besideOf('pengguna_b').now('kabar')).toBeUndefined()
})
