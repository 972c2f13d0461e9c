import { describe, expect, test } from 'vitest'
import { DAFTAR_DIAGNOSA } from './daftar-diagnosa'
import { DAFTAR_OBAT } from './daftar-obat'
import { isBentuk, isSediaan, readSediaan, sediaanWords } from './sediaan'

test('forms and strengths are read as they are written', () => {
  expect(readSediaan('tablet 2,5 mg, 5 mg; sirup kering 125 mg/31,25 mg per 5 ml; losio')).toEqual([
    { bentuk: 'tablet', kekuatan: '2,5 mg' },
    { bentuk: 'tablet', kekuatan: '5 mg' },
    { bentuk: 'sirup kering', kekuatan: '125 mg/31,25 mg per 5 ml' },
    { bentuk: 'losio', kekuatan: null },
  ])
})

describe('what a dokter types of them', () => {
  const tablet = { bentuk: 'tablet', kekuatan: '500 mg' }
  const kering = { bentuk: 'sirup kering', kekuatan: '125 mg/5 ml' }
  const juta = { bentuk: 'serbuk injeksi', kekuatan: '1.200.000 IU' }
  const koma = { bentuk: 'tablet', kekuatan: '12,5 mg' }
  test.each([
    ['500', tablet],
    ['tab 500mg', tablet],
    ['kaplet', tablet],
    ['50', tablet],
    ['syr', kering],
    ['dry syrup 125', kering],
    ['125/5', kering],
    ['1200000', juta],
    ['1.200.000 iu', juta],
    ['12.5', koma],
    ['12,5 mg', koma],
  ])('%s', (typed, sediaan) => expect(isSediaan(sediaan, sediaanWords(typed))).toBe(true))
  test.each([
    ['250', tablet],
    ['syr', tablet],
    ['500 sirup', tablet],
    ['2000', juta],
  ])('not %s', (typed, sediaan) => expect(isSediaan(sediaan, sediaanWords(typed))).toBe(false))
})

describe('the built-in lists', () => {
  const made = DAFTAR_OBAT.filter(({ sediaan = [] }) => sediaan.length > 0)
  test('have about 300 generic names with forms and strengths, and 150 diagnoses', () => {
    expect(made.length).toBeGreaterThanOrEqual(300)
    expect(DAFTAR_DIAGNOSA.length).toBeGreaterThanOrEqual(150)
  })
  test('name each form and strength of a medicine once, in words that are known', () => {
    const wrong = made.flatMap(({ nama, sediaan = [] }) => {
      const lines = sediaan.map(({ bentuk, kekuatan }) => `${bentuk ?? ''} ${kekuatan ?? ''}`)
      return [
        ...sediaan.filter(({ bentuk, kekuatan }) => !isBentuk(bentuk ?? '') || !(kekuatan === null || STRENGTH.test(kekuatan))),
        ...lines.filter((line, at) => lines.indexOf(line) !== at),
      ].map((what) => ({ nama, what }))
    })
    expect(wrong).toEqual([])
  })
  test('name each code once, as ICD-10 writes it', () => {
    expect(DAFTAR_DIAGNOSA.filter(({ kode, nama }) => !/^[A-Z]\d\d(\.\d)?$/.test(kode) || nama.trim() === '')).toEqual([])
    expect(new Set(DAFTAR_DIAGNOSA.map(({ kode, nama }) => `${kode} ${nama}`)).size).toBe(DAFTAR_DIAGNOSA.length)
    expect(new Set(DAFTAR_DIAGNOSA.map(({ nama }) => nama)).size).toBe(DAFTAR_DIAGNOSA.length)
  })
})

const NUMBER = '\\d{1,3}(\\.\\d{3})*(,\\d+)?'
const AMOUNT = `${NUMBER} (mg|mcg|g|IU)`
/** `500 mg`, `125 mg/5 ml`, `100 mcg/dosis`, `200 mg/40 mg per 5 ml`, `2%`. */
const STRENGTH = new RegExp(`^(${AMOUNT}(/${AMOUNT})*((/| per )(${NUMBER} )?(ml|dosis))?|${NUMBER}%(/${NUMBER}%)?)$`)
