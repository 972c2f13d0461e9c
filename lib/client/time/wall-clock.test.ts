import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { aheadOf, askDeviceZone, deviceZone, wallTime, zoneName } from './wall-clock'

const ZONES = [
  'Asia/Jakarta',
  'Asia/Pontianak',
  'Asia/Makassar',
  'Asia/Jayapura',
  'Asia/Calcutta',
  'Asia/Katmandu',
  'Europe/Amsterdam',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'UTC',
]

/** What the platform's own tables say. */
function byIntl(at: Date, timeZone: string): string {
  const options = {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en', options).formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

const from = { min: new Date('2024-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true }

afterEach(() => {
  vi.unstubAllEnvs()
  askDeviceZone()
})

test.each(ZONES)('the clocks of %s show what its tables say, on a device that is there and on one that is not', (zone) => {
  for (const device of [zone, 'Asia/Tokyo']) {
    vi.stubEnv('TZ', device)
    askDeviceZone()
    expect(deviceZone()).toBe(device)
    fc.assert(
      fc.property(fc.date(from), (at) => {
        expect(wallTime(at, aheadOf(zone)).toISOString().slice(0, 16)).toBe(byIntl(at, zone))
      }),
    )
  }
})

test('a zone is called by its Indonesian name, any other by how far it is from Greenwich', () => {
  const winter = new Date('2026-01-15T00:00:00Z')
  const names = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Singapore', 'Asia/Kolkata', 'America/New_York', 'UTC']
  expect(names.map((zone) => zoneName(zone, winter))).toEqual(['WIB', 'WITA', 'WIT', 'GMT+8', 'GMT+5:30', 'GMT-5', 'GMT'])
  expect(zoneName('America/New_York', new Date('2026-07-15T00:00:00Z'))).toBe('GMT-4')
})
