import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/pengguna'
import { canReadLampiran } from './lampiran'

const actor = (id: string, peran: Actor['peran']): Actor => ({
  id,
  peran,
  sesiId: 's',
  alamat: null,
  nama: 'N',
  email: 'n@uji.test',
  terverifikasi: true,
  sipBerlaku: true,
  berfaktorKedua: false,
  emailDikonfirmasi: true,
})
const people = { uploader: actor('a', 'pasien'), other: actor('b', 'dokter'), stranger: actor('c', 'dokter'), admin: actor('d', 'admin') }

test.each([
  [false, { uploader: true, other: false, stranger: false, admin: false }],
  [true, { uploader: true, other: true, stranger: false, admin: true }],
])('a lampiran that was sent (%s) is read by just those', (terkirim, expected) => {
  const lampiran = { pasienId: 'a', dokterId: 'b', pengunggahId: 'a', terkirim }
  const may = Object.fromEntries(Object.entries(people).map(([who, person]) => [who, canReadLampiran(person, lampiran)]))
  expect(may).toEqual(expected)
})
