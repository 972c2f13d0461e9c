import { expect, test } from 'vitest'
import { later } from './later'

test('who listens is told once when the part is there, also if somebody else asked for it', async () => {
  const part = later(async () => 'bagian')
  let told = 0
  const stop = part.subscribe(() => told++)
  expect(part.now()).toBe(null)
  const [first, second] = await Promise.all([part(), part()])
  expect([first, second, part.now()]).toEqual(['bagian', 'bagian', 'bagian'])
  expect(told).toBeGreaterThan(0)
  stop()
  const before = told
  await part()
  expect(told).toBe(before)
})

test('what could not be fetched is asked for again', async () => {
  const answers = [() => Promise.reject(new Error('offline')), async () => 'bagian']
  const part = later(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')))
  await expect(part()).rejects.toThrow('offline')
  expect(part.now()).toBe(null)
  expect(await part()).toBe('bagian')
  expect(await part()).toBe('bagian')
})
