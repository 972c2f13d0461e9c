import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/pengguna'
import { abilitiesOf } from './konsultasi'

const dokter = (more: Partial<Actor>): Actor => ({
  id: 'd',
  peran: 'dokter',
  sesiId: 's',
  alamat: null,
  nama: 'N',
  email: 'n@uji.test',
  terverifikasi: true,
  sipBerlaku: true,
  berfaktorKedua: false,
  emailDikonfirmasi: true,
  ...more,
})
const NOTHING = { kirim: false, terima: false, tolak: false, batalkan: false, selesaikan: false }

test.each([
  ['verified, with a valid SIP', {}, { pending: { terima: true, tolak: true }, active: { kirim: true, selesaikan: true } }],
  ['whose SIP has ended', { sipBerlaku: false }, { pending: { tolak: true }, active: { kirim: true, selesaikan: true } }],
  ['not verified', { terverifikasi: false }, { pending: {}, active: {} }],
] as const)('a dokter %s can do just this with their konsultasi', (_, more, { pending, active }) => {
  const may = (status: 'pending' | 'active') => abilitiesOf(dokter(more), { pasienId: 'p', dokterId: 'd', status })
  expect(may('pending')).toEqual({ ...NOTHING, ...pending })
  expect(may('active')).toEqual({ ...NOTHING, ...active })
})
