import { expect, test } from 'vitest'
import { hariKontrol, hariSakit, nomorOf, pengingatKontrol, tahunOf } from './dokumen'

test('a year is that of the clinic: it begins seven hours before it does in UTC', () => {
  expect(tahunOf(new Date('2026-12-31T16:59:59.999Z'))).toBe(2026)
  expect(tahunOf(new Date('2026-12-31T17:00:00.000Z'))).toBe(2027)
  expect(nomorOf('resep', 2026, 123)).toBe('RSP/2026/000123')
  expect(nomorOf('lab', 2026, 1_234_567)).toBe('LAB/2026/1234567')
})

test('a kontrol is from tomorrow to a year ahead, in WIB', () => {
  expect(hariKontrol(new Date('2026-11-29T17:00:00Z'))).toEqual({ dari: '2026-12-01', sampai: '2027-11-30' })
  expect(hariKontrol(new Date('2028-02-29T03:00:00Z'))).toEqual({ dari: '2028-03-01', sampai: '2029-03-01' })
})

test('both are reminded at 07.00 WIB on the day before and on that day, as far as that is to come', () => {
  const at = (now: string) => pengingatKontrol('2026-12-02', new Date(now)).map((one) => one.toISOString())
  expect(at('2026-11-29T10:00:00Z')).toEqual(['2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z'])
  expect(at('2026-12-01T02:00:00Z')).toEqual(['2026-12-02T00:00:00.000Z'])
})

test('a letter is for an illness of these weeks', () =>
  expect(hariSakit(new Date('2026-11-29T17:00:00Z'))).toEqual({ dari: '2026-09-01', sampai: '2027-02-28' }))
