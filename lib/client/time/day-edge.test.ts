import { expect, test } from 'vitest'
import { dayEdge } from './day-edge'

test.each([
  ['2026-11-29', '00:00:00', 'Asia/Jayapura', '2026-11-29T00:00:00+09:00'],
  // Asked in summer about a day in winter, and on the days of the change.
  ['2026-01-15', '00:00:00', 'Europe/Amsterdam', '2026-01-15T00:00:00+01:00'],
  ['2026-07-15', '00:00:00', 'Europe/Amsterdam', '2026-07-15T00:00:00+02:00'],
  ['2026-03-29', '00:00:00', 'Europe/Amsterdam', '2026-03-29T00:00:00+01:00'],
  ['2026-03-29', '23:59:59.999', 'Europe/Amsterdam', '2026-03-29T23:59:59.999+02:00'],
  ['2026-10-25', '23:59:59.999', 'Europe/Amsterdam', '2026-10-25T23:59:59.999+01:00'],
  ['2026-11-29', '00:00:00', 'Bulan/Purnama', '2026-11-29T00:00:00+07:00'],
  ['kemarin', '00:00:00', 'Asia/Jakarta', 'kemarinT00:00:00+07:00'],
])('%s %s in %s', (day, hour, zone, edge) => expect(dayEdge(day, hour, zone)).toBe(edge))
