import { expect, test } from 'vitest'
import { csvRecord } from './csv'

test('each cell is quoted, quotes are doubled, and nothing is an empty cell', () => {
  expect(csvRecord([1, 'a "b", c\nd', null, ''])).toBe('"1","a ""b"", c\nd","",""\r\n')
})

test.each(['=1+1', '+62', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])('%j cannot run as a formula', (text) => {
  expect(csvRecord([text])).toBe(`"'${text}"\r\n`)
})

test.each(['a=1', ' =1', "'=1", '2026-11-25'])('%j stays as it is', (text) => {
  expect(csvRecord([text])).toBe(`"${text}"\r\n`)
})
