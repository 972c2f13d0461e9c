import { expect, test } from 'vitest'
import { whomOf } from './whom'

const pasien = { id: 'pengguna_1', nama: 'Sari' }

test('a konsultasi is for the one whom it names', () => {
  const profil = { id: 'profil_1', nama: 'Ani', hubungan: 'anak' } as const
  expect(whomOf({ pasien, profil })).toEqual({ id: 'profil_1', nama: 'Ani', facts: profil, isOther: true })
  expect(whomOf({ pasien, profil: { ...profil, nama: 'Sari', hubungan: 'diri' } }).isOther).toBe(false)
})

test('one that was kept on a device before there were profil is for its pasien', () => {
  expect(whomOf({ pasien })).toEqual({ ...pasien, facts: {}, isOther: false })
})
