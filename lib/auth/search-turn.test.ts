import { expect, test } from 'vitest'
import { inTurnOf } from './search-turn'

test('one person’s searches come one after the other, a few of them wait, and more are told to come back', async () => {
  const order: string[] = []
  const open: (() => void)[] = []
  const search = (name: string) =>
    inTurnOf('ani', async () => {
      order.push(`${name} begins`)
      await new Promise<void>((end) => open.push(end))
      order.push(`${name} ends`)
    })
  const all = ['1', '2', '3', '4', '5'].map(search)
  await expect(search('6')).rejects.toMatchObject({ code: 'rate_limited', details: { retryAfterSeconds: 1 } })
  await inTurnOf('budi', async () => order.push('another person'))
  while (order.length < 11) {
    open.shift()?.()
    await Promise.resolve()
  }
  await Promise.all(all)
  expect(order.filter((one) => one !== 'another person')).toEqual(['1', '2', '3', '4', '5'].flatMap((n) => [`${n} begins`, `${n} ends`]))
  expect(order.indexOf('another person')).toBeLessThan(order.indexOf('1 ends'))
})

test('a search that fails lets the next one begin', async () => {
  await expect(inTurnOf('ani', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await inTurnOf('ani', async () => 'found')).toBe('found')
})
