import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/pengguna'
import { abilitiesOf, canRead, visibleTo } from './konsultasi'

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

test.each(['pasien', 'dokter', 'admin'] as const)('what a list shows to a %s is just what they may read', (peran) => {
  const actor = dokter({ id: 'x', peran })
  const all = ['x', 'y'].flatMap((pasienId) => ['x', 'y'].map((dokterId) => ({ pasienId, dokterId })))
  // Nobody is on the other side of what they are.
  const possible = all.filter((k) => (peran === 'pasien' ? k.dokterId : peran === 'dokter' ? k.pasienId : 'y') === 'y')
  const filter: Partial<(typeof all)[number]> = visibleTo(actor)
  const isListed = (k: (typeof all)[number]) =>
    (filter.pasienId ?? k.pasienId) === k.pasienId && (filter.dokterId ?? k.dokterId) === k.dokterId
  expect(possible.map(isListed)).toEqual(possible.map((k) => canRead(actor, k)))
})

test('whom it was handed over to reads it, and can do nothing in it; nobody else', () => {
  const k = { pasienId: 'p', dokterId: 'd1', penerusId: 'd', status: 'completed' } as const
  expect(canRead(dokter({}), k)).toBe(true)
  expect(abilitiesOf(dokter({}), k)).toEqual(NOTHING)
  expect(canRead(dokter({ terverifikasi: false }), k)).toBe(false)
  expect(canRead(dokter({ id: 'e' }), k)).toBe(false)
  expect(canRead(dokter({}), { ...k, penerusId: null })).toBe(false)
})
