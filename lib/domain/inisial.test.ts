import { expect, test } from 'vitest'
import { initialsOf, lettersOf } from './inisial'

test('initials are those of a name and not of what stands before or after it', () => {
  const names = {
    'dr. Ratna Sari, Sp.A': 'RS',
    'Ny. Siti': 'S',
    'Ny Siti Aminah': 'SA',
    '(Alm) Budi': 'B',
    '(Alm.) Budi Hartono': 'BH',
    'Tn. H. Ahmad Dahlan': 'AD',
    'An. Kevin': 'K',
    'An Nisa': 'AN',
    'By. Ny. Siti': 'S',
    'dr. H. Budi Hartono Sp.PD': 'BH',
    'R.A. Kartini': 'RK',
    '"Ucok" Baba': 'UB',
    Budi: 'B',
    'Hj.': 'H',
    '👍': '👍',
    '': '',
  }
  for (const [name, initials] of Object.entries(names)) expect(initialsOf(name), name).toBe(initials)
})

test.each([
  ['Ani', 'An'],
  ['adi', 'Ad'],
  ['Ani Lestari', 'AL'],
  ['By. Ani', 'A'],
  ["'Aisyah", 'Ai'],
  ['X', 'X'],
])('the letters of %s are %s', (name, letters) => {
  expect(lettersOf(name)).toBe(letters)
})
