import { expect, test } from 'vitest'
import { isOpenAt, isTersedia, JADWAL_KOSONG, type Jadwal, opensAt, overlap } from './jadwal'

const jam = (hari: number, mulai: string, selesai: string) => ({ hari, mulai, selesai })
const of = (more: Partial<Jadwal>): Jadwal => ({ ...JADWAL_KOSONG, ...more })
const iso = (at: Date | null) => at?.toISOString() ?? null

/** 2026-11-30 is a Monday. Mornings of Monday and Friday. */
const PAGI = [jam(1, '08:00', '12:00'), jam(5, '08:00', '12:00')]

test.each<[string, Partial<Jadwal>, string, boolean, string | null]>([
  ['the first minute', { mingguan: PAGI }, '2026-11-30T01:00:00.000Z', true, null],
  ['a moment before it', { mingguan: PAGI }, '2026-11-30T00:59:59.999Z', false, '2026-11-30T01:00:00.000Z'],
  ['the last moment', { mingguan: PAGI }, '2026-11-30T04:59:59.999Z', true, null],
  ['the end', { mingguan: PAGI }, '2026-11-30T05:00:00.000Z', false, '2026-12-04T01:00:00.000Z'],
  ['after the last of a week', { mingguan: PAGI }, '2026-12-04T05:00:00.000Z', false, '2026-12-07T01:00:00.000Z'],
  ['the same in WITA', { zona: 'WITA', mingguan: PAGI }, '2026-11-30T00:00:00.000Z', true, null],
  ['a moment before it in WITA', { zona: 'WITA', mingguan: PAGI }, '2026-11-29T23:59:59.999Z', false, '2026-11-30T00:00:00.000Z'],
  ['the same in WIT', { zona: 'WIT', mingguan: PAGI }, '2026-11-29T23:00:00.000Z', true, null],
  ['the end in WIT', { zona: 'WIT', mingguan: PAGI }, '2026-11-30T03:00:00.000Z', false, '2026-12-03T23:00:00.000Z'],
  ['Sunday night in UTC is Monday in WIB', { mingguan: [jam(1, '00:00', '01:00')] }, '2026-11-29T17:30:00.000Z', true, null],
  ['and not yet a moment before', { mingguan: [jam(1, '00:00', '01:00')] }, '2026-11-29T16:59:59.999Z', false, '2026-11-29T17:00:00.000Z'],
  ['until midnight', { mingguan: [jam(7, '20:00', '24:00')] }, '2026-11-29T16:59:59.999Z', true, null],
  ['midnight itself', { mingguan: [jam(7, '20:00', '24:00')] }, '2026-11-29T17:00:00.000Z', false, '2026-12-06T13:00:00.000Z'],
  ['on beyond midnight', { mingguan: [jam(7, '20:00', '24:00'), jam(1, '00:00', '02:00')] }, '2026-11-29T17:00:00.000Z', true, null],
  ['all day', { mingguan: [jam(1, '00:00', '24:00')] }, '2026-11-30T16:59:59.999Z', true, null],
  [
    'two on one day, between them',
    { mingguan: [jam(1, '08:00', '12:00'), jam(1, '13:00', '15:00')] },
    '2026-11-30T05:30:00.000Z',
    false,
    '2026-11-30T06:00:00.000Z',
  ],
  [
    'in whatever order',
    { mingguan: [jam(1, '13:00', '15:00'), jam(1, '08:00', '12:00')] },
    '2026-11-30T00:00:00.000Z',
    false,
    '2026-11-30T01:00:00.000Z',
  ],
  ['touching', { mingguan: [jam(1, '08:00', '12:00'), jam(1, '12:00', '15:00')] }, '2026-11-30T05:00:00.000Z', true, null],
  ['without hours', {}, '2026-11-30T05:00:00.000Z', true, null],
  [
    'on a holiday',
    { mingguan: PAGI, libur: [{ dari: '2026-11-30', sampai: '2026-11-30' }] },
    '2026-11-30T02:00:00.000Z',
    false,
    '2026-12-04T01:00:00.000Z',
  ],
  ['a holiday begins at midnight there', { libur: [{ dari: '2026-11-30', sampai: '2026-12-01' }] }, '2026-11-29T16:59:59.999Z', true, null],
  [
    'and ends at midnight there',
    { libur: [{ dari: '2026-11-30', sampai: '2026-12-01' }] },
    '2026-11-29T17:00:00.000Z',
    false,
    '2026-12-01T17:00:00.000Z',
  ],
  [
    'one after the other, and overlapping',
    {
      mingguan: PAGI,
      libur: [
        { dari: '2026-12-03', sampai: '2026-12-10' },
        { dari: '2026-11-30', sampai: '2026-12-04' },
        { dari: '2026-12-11', sampai: '2026-12-11' },
      ],
    },
    '2026-11-30T02:00:00.000Z',
    false,
    '2026-12-14T01:00:00.000Z',
  ],
  [
    'a holiday of many years',
    { mingguan: PAGI, libur: [{ dari: '2026-01-01', sampai: '2199-12-31' }] },
    '2026-11-30T02:00:00.000Z',
    false,
    '2200-01-03T01:00:00.000Z',
  ],
  ['the turn of a year', { mingguan: [jam(5, '08:00', '09:00')] }, '2026-12-31T17:00:00.000Z', false, '2027-01-01T01:00:00.000Z'],
  ['the 29th of February', { mingguan: [jam(2, '08:00', '09:00')] }, '2028-02-28T17:00:00.000Z', false, '2028-02-29T01:00:00.000Z'],
])('%s', (_, jadwal, at, isOpen, opens) => {
  const now = new Date(at)
  expect(isOpenAt(of(jadwal), now)).toBe(isOpen)
  expect(iso(opensAt(of(jadwal), now))).toBe(opens)
  if (opens) expect(isOpenAt(of(jadwal), new Date(opens))).toBe(true)
  if (opens) expect(isOpenAt(of(jadwal), new Date(Date.parse(opens) - 1))).toBe(false)
})

test.each([
  [[], false],
  [[jam(1, '08:00', '12:00'), jam(1, '12:00', '15:00')], false],
  [[jam(1, '08:00', '12:01'), jam(1, '12:00', '15:00')], true],
  [[jam(1, '08:00', '12:00'), jam(1, '08:00', '12:00')], true],
  [[jam(1, '08:00', '24:00'), jam(1, '23:59', '24:00')], true],
  [[jam(1, '08:00', '12:00'), jam(2, '08:00', '12:00')], false],
])('%j overlap: %s', (mingguan, does) => {
  expect(overlap(mingguan)).toBe(does)
})

test('the switch, the hours and the most at once all count', () => {
  const now = new Date('2026-11-30T02:00:00.000Z')
  const jadwal = of({ mingguan: PAGI, maks_aktif: 3 })
  expect(isTersedia({ tersedia: true, jadwal, terbuka: 2 }, now)).toBe(true)
  expect(isTersedia({ tersedia: true, jadwal, terbuka: 3 }, now)).toBe(false)
  expect(isTersedia({ tersedia: false, jadwal, terbuka: 0 }, now)).toBe(false)
  expect(isTersedia({ tersedia: true, jadwal, terbuka: 0 }, new Date('2026-11-30T06:00:00.000Z'))).toBe(false)
  expect(isTersedia({ tersedia: true, jadwal: of({ maks_aktif: 1 }), terbuka: 1 }, now)).toBe(false)
  expect(isTersedia({ tersedia: true, jadwal: null, terbuka: 1000 }, now)).toBe(true)
  expect(isTersedia({ tersedia: false, jadwal: null, terbuka: 0 }, now)).toBe(false)
})
