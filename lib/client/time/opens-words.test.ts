import { expect, test } from 'vitest'
import { opensWords } from './opens-words'

const now = Date.parse('2026-11-30T15:30:00.000Z')

test.each([
  ['2026-11-30T16:30:00.000Z', 'id', 'Asia/Jakarta', 'hari ini 23.30 WIB'],
  ['2026-12-01T00:00:00.000Z', 'id', 'Asia/Makassar', 'besok 08.00 WITA'],
  ['2026-11-30T16:30:00.000Z', 'id', 'Asia/Makassar', 'besok 00.30 WITA'],
  ['2026-12-01T15:30:00.000Z', 'id', 'Asia/Jayapura', 'besok 00.30 WIT'],
  ['2026-12-07T01:00:00.000Z', 'id', 'Asia/Jakarta', 'Senin, 7 Desember 2026 08.00 WIB'],
  ['2026-12-01T01:00:00.000Z', 'en', 'Asia/Jakarta', 'tomorrow 08:00 WIB'],
])('%s is said in %s in %s as %s', (iso, locale, zone, words) => {
  expect(opensWords(iso, { locale, zone, now })).toBe(words)
})
