import { expect, test } from 'vitest'
import { CSV_ROWS, csvOf } from './csv'

const numbers = (count: number) => {
  const asked: (number | null)[] = []
  const read = async (after: number | null) => {
    asked.push(after)
    return Array.from({ length: count }, (_, n) => n + 1)
      .filter((n) => n > (after ?? 0))
      .slice(0, CSV_ROWS)
  }
  return { asked, read }
}

test.each([0, 1, CSV_ROWS - 1, CSV_ROWS, CSV_ROWS + 1, 3 * CSV_ROWS])('of %i rows each is in the file once, in order', async (count) => {
  const { read } = numbers(count)
  let file = ''
  for await (const piece of await csvOf([['nomor', (n: number) => n]], read)) file += piece
  expect(file.slice(1).split('\r\n')).toEqual(['"nomor"', ...Array.from({ length: count }, (_, n) => `"${n + 1}"`), ''])
})

test('the first rows are there before the file begins, and no more of them than were taken', async () => {
  const { asked, read } = numbers(3 * CSV_ROWS)
  const file = await csvOf([['nomor', (n: number) => n]], read)
  expect(asked).toEqual([null])
  await file.next()
  await file.next()
  expect(asked).toEqual([null])
  await file.next()
  expect(asked).toEqual([null, CSV_ROWS])
})

test('a database that is away is told before the file begins', async () => {
  await expect(csvOf([], () => Promise.reject(new Error('away')))).rejects.toThrow('away')
})
