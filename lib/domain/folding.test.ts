import { expect, test } from 'vitest'
import { fold, foldedWords, isNamed } from './folding'

test('a dokter is found by any words of a name, however they are written', () => {
  const nama = 'dr. H. Budi Hartono, Sp.PD'
  for (const q of [
    'dr budi',
    '',
    'hartono budi',
    'budi hartono sp.pd',
    'BUDI',
    'Sp. PD',
    'dr. h. budi',
    'ｂｕｄｉ',
    'bu\u200bdi',
    'hartono, budi',
  ])
    expect(isNamed(nama, q), q).toBe(true)
  for (const q of ['budi santoso', 'sp.og', "budi'"]) expect(isNamed(nama, q), q).toBe(false)
  for (const [one, q] of [
    ['Ma’ruf', "Ma'ruf"],
    ["Ma'ruf", 'maʼruf'],
    ["Ma'ruf", 'maruf'],
    ["Ma'ruf", 'ma’'],
    ['André', 'Andre\u0301'],
    ['Andre\u0301', 'ANDRÉ'],
    ['André', 'andre'],
    ['Νίκος', 'νικοσ'],
  ] as const)
    expect(isNamed(one, q), `${one} | ${q}`).toBe(true)
})

test('folding a second time changes nothing, and words are parted by digits and signs', () => {
  for (const text of ['Ma’ruf ＡＢ é ﬁ', 'ΟΔΥΣΣΕΥΣ', '각', 'İ']) expect(fold(fold(text))).toBe(fold(text))
  expect(foldedWords('Parasetamol 500mg, 3x1; HbA1c: 8,2 😷do’a')).toEqual('parasetamol 500 mg 3 x 1 hba 1 c 8 2 doa'.split(' '))
})
