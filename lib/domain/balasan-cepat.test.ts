import { expect, test } from 'vitest'
import { fillBalasan, nextBlank } from './balasan-cepat'
import { blanksIn } from './isian'

const ANI = { pasien: 'Ani', dokter: 'dr. Budi', umur: '4 th 2 bl' }

test.each([
  ['Halo {pasien}, saya {dokter}.', 'Halo Ani, saya dr. Budi.'],
  ['{umur} {umur}', '4 th 2 bl 4 th 2 bl'],
  ['{Pasien} {nama} {} { pasien } {{pasien}}', '{Pasien} {nama} {} { pasien } {Ani}'],
  ['Minum {?dosis} sehari', 'Minum {?dosis} sehari'],
  ['', ''],
])('%s is filled', (isi, filled) => {
  expect(fillBalasan(isi, ANI)).toBe(filled)
})

test('what nobody knows is a blank to be filled by hand', () => {
  expect(fillBalasan('Umur {umur}', { ...ANI, umur: null })).toBe('Umur {?umur}')
})

test('a name is put in as it stands, whatever it looks like', () => {
  expect(fillBalasan('{pasien}', { ...ANI, pasien: '$& {dokter} {umur}' })).toBe('$& {dokter} {umur}')
})

test.each([
  ['{?dosis}', 1],
  ['{?dosis} {?dosis}', 2],
  ['{?} {dosis} {? } {?a{b}} {?a\nb}', 1],
  ['👶 {?berapa 🥄 sehari}', 1],
  [`{?${'x'.repeat(40)}}`, 1],
  [`{?${'x'.repeat(41)}}`, 0],
  ['{?a} '.repeat(40), 40],
])('%s has so many blanks', (text, count) => {
  const blanks = blanksIn(text)
  expect(blanks).toHaveLength(count)
  for (const { from, to } of blanks) expect(text.slice(from, to)).toMatch(/^\{\?[^{}\n]+\}$/)
})

test('the next blank comes after the place, then from the beginning', () => {
  const text = 'a {?b} c {?d}'
  expect(nextBlank(text, 0)).toEqual({ from: 2, to: 6 })
  expect(nextBlank(text, 3)).toEqual({ from: 9, to: 13 })
  expect(nextBlank(text, 10)).toEqual({ from: 2, to: 6 })
  expect(nextBlank('a', 0)).toBeNull()
})
