import { expect, test } from 'vitest'
import { alergiDiketahui, umurPada } from './profil'
import { dayInWib } from './zona'

test.each([
  ['2022-03-14', '2026-05-14', 4, 2],
  ['2022-03-14', '2026-05-13', 4, 1],
  ['2022-03-14', '2026-03-13', 3, 11],
  ['2022-03-14', '2026-03-14', 4, 0],
  // Newborns.
  ['2026-11-29', '2026-11-29', 0, 0],
  ['2026-10-30', '2026-11-29', 0, 0],
  ['2026-10-30', '2026-11-30', 0, 1],
  // Month ends: without that day number the month is full on the first of the next.
  ['2026-01-31', '2026-02-28', 0, 0],
  ['2026-01-31', '2026-03-01', 0, 1],
  ['2026-01-31', '2026-03-30', 0, 1],
  ['2026-01-31', '2026-03-31', 0, 2],
  ['2026-03-31', '2026-04-30', 0, 0],
  ['2026-03-31', '2026-05-01', 0, 1],
  ['2025-12-31', '2026-02-28', 0, 1],
  // Leap days.
  ['2024-02-29', '2025-02-28', 0, 11],
  ['2024-02-29', '2025-03-01', 1, 0],
  ['2024-02-29', '2028-02-28', 3, 11],
  ['2024-02-29', '2028-02-29', 4, 0],
  ['2023-01-29', '2023-02-28', 0, 0],
  ['2024-01-29', '2024-02-29', 0, 1],
  ['1900-01-01', '2026-11-29', 126, 10],
])('born on %s, on %s one is %i years and %i months old', (lahir, hari, tahun, bulan) => {
  expect(umurPada(lahir, hari)).toEqual({ tahun, bulan })
})

test('a birthday begins at midnight in WIB', () => {
  const at = (iso: string) => umurPada('2022-03-14', dayInWib(new Date(iso))).tahun
  expect(at('2026-03-13T16:59:59.999Z')).toBe(3)
  expect(at('2026-03-13T17:00:00.000Z')).toBe(4)
})

test('nobody asked is not the same as none', () => {
  expect([null, [], [{ zat: 'amoksisilin' }]].map(alergiDiketahui)).toEqual([null, 'tidak_ada', 'ada'])
})
