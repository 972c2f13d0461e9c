import { expect, test } from 'vitest'
import { openRoom } from './hashing-room'

/** Work that ends when it is told to, and the order in which it began. */
function workshop() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<void>((end) => ends.push(end))
  }
  const endOne = async () => {
    ends.shift()?.()
    await new Promise((done) => setImmediate(done))
  }
  return { begun, work, endOne }
}

test('no more than so many work at once, and those who wait come in turn, one network after the other', async () => {
  const { begun, work, endOne } = workshop()
  const room = openRoom(2, 10)
  const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map((name) => room.enter(name[0] ?? '', work(name)))
  await Promise.resolve()
  expect(begun).toEqual(['a1', 'a2'])
  for (let n = 0; n < 7; n++) await endOne()
  await Promise.all(all)
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2'])
})

test('a burst from one network is refused above what may wait, and gives way to whoever else comes', async () => {
  const { begun, work, endOne } = workshop()
  const room = openRoom(1, 3)
  const burst = Array.from({ length: 6 }, (_, n) => room.enter('a', work(`a${n}`)))
  const outcome = Promise.allSettled(burst)
  const other = room.enter('b', work('b'))
  for (let n = 0; n < 8; n++) await endOne()
  await other
  const states = (await outcome).map((one) => (one.status === 'rejected' ? one.reason.code : 'done'))
  expect(states).toEqual(['done', 'done', 'done', 'unavailable', 'unavailable', 'unavailable'])
  expect(begun).toEqual(['a0', 'a1', 'b', 'a2'])
})

test('work that fails leaves its place', async () => {
  const room = openRoom(1, 1)
  await expect(room.enter('a', () => Promise.reject(new Error('uji')))).rejects.toThrow('uji')
  await expect(room.enter('a', async () => 'dalam')).resolves.toBe('dalam')
})
