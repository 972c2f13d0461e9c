import { expect, test, vi } from 'vitest'
import { inTurn } from './turns'

/** Work that ends when it is told to, and writes down when it begins. */
function workers() {
  const begun: string[] = []
  const ends: Record<string, () => void> = {}
  const work = (name: string) => () =>
    new Promise<string>((done) => {
      begun.push(name)
      ends[name] = () => done(name)
    })
  return { begun, ends, work }
}

const settled = () => new Promise((done) => setImmediate(done))

test('one after the other under a name, in the order of coming; other names do not wait', async () => {
  const { begun, ends, work } = workers()
  const all = Promise.all([inTurn('a', work('a1')), inTurn('a', work('a2')), inTurn('b', work('b1')), inTurn('a', work('a3'))])
  await settled()
  expect(begun).toEqual(['a1', 'b1'])
  ends.a1?.()
  await settled()
  expect(begun).toEqual(['a1', 'b1', 'a2'])
  ends.a2?.()
  await settled()
  ends.a3?.()
  ends.b1?.()
  expect(await all).toEqual(['a1', 'a2', 'b1', 'a3'])
})

test('what fails gives its turn to the next, and the next of all finds it free', async () => {
  const failing = inTurn('a', () => Promise.reject(new Error('no')))
  const after = inTurn('a', async () => 'after')
  await expect(failing).rejects.toThrow('no')
  expect(await after).toBe('after')
  expect(await inTurn('a', async () => 'later')).toBe('later')
})

test('who waits too long is told to come again, and does not hold up who waits behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { begun, ends, work } = workers()
    const first = inTurn('a', work('first'))
    await settled()
    const late = expect(inTurn('a', work('late'))).rejects.toMatchObject({ code: 'unavailable' })
    vi.advanceTimersByTime(7999)
    const next = inTurn('a', work('next'))
    await settled()
    vi.advanceTimersByTime(1)
    await late
    ends.first?.()
    await first
    await settled()
    expect(begun).toEqual(['first', 'next'])
    ends.next?.()
    await next
  } finally {
    vi.useRealTimers()
  }
})
