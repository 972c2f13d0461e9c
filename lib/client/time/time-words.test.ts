import { expect, test } from 'vitest'
import { formatTime, type TimeFormat } from './time-words'

const NOW = Date.parse('2026-11-25T03:00:00.000Z')
const write = (iso: string, format: TimeFormat, locale = 'id', zone = 'Asia/Jakarta') => formatTime(iso, format, { locale, zone, now: NOW })

test('an instant is written as its reader counts days and hours', () => {
  const at = '2026-11-22T17:08:07.123Z'
  const written = (locale: string, zone: string) =>
    (['time', 'date', 'day', 'full'] as const).map((format) => write(at, format, locale, zone))
  expect(written('id', 'Asia/Jakarta')).toEqual(['00.08', '23 November 2026', 'Senin, 23 November 2026', '23 November 2026, 00.08 WIB'])
  expect(written('en', 'Asia/Jayapura')).toEqual([
    '02:08',
    'November 23, 2026',
    'Monday, November 23, 2026',
    'November 23, 2026, 02:08 WIT',
  ])
})

test('days are written as the language writes them', () => {
  for (const locale of ['id', 'en']) {
    const named = (options: Intl.DateTimeFormatOptions, at: Date) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)
    for (let month = 0; month < 12; month++) {
      const at = new Date(Date.UTC(2027, month, 10 + month))
      const words = named({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)
      expect(write(at.toISOString(), 'day', locale, 'UTC')).toBe(words)
    }
  }
})

test('a list says of today the time, of the last days which, of older ones the date, with its year when it is long ago', () => {
  const written = [
    '2026-11-24T17:00:00.000Z',
    '2026-11-24T16:59:00.000Z',
    '2026-11-18T17:00:00.000Z',
    '2026-11-18T16:59:00.000Z',
    '2025-08-17T03:00:00.000Z',
  ]
  expect(written.map((iso) => write(iso, 'brief'))).toEqual(['00.00', 'Sel', 'Kam', '18 Nov', '17 Agu 2025'])
})

test('how long ago something was', () => {
  const times = [
    '2026-11-25T02:59:30.000Z',
    '2026-11-25T02:55:00.000Z',
    '2026-11-25T01:30:00.000Z',
    '2026-11-24T02:00:00.000Z',
    '2026-11-15T03:00:00.000Z',
  ]
  expect(times.map((iso) => write(iso, 'ago'))).toEqual([
    'baru saja',
    '5 menit yang lalu',
    '1 jam yang lalu',
    'kemarin',
    '10 hari yang lalu',
  ])
  expect(times.map((iso) => write(iso, 'ago', 'en'))).toEqual(['just now', '5 minutes ago', '1 hour ago', 'yesterday', '10 days ago'])
})
