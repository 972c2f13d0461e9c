import { expect, test } from 'vitest'
import type { PesanView } from '@/lib/contract/pesan'
import { nextVoice } from './next-voice'

/** A conversation of these: a recording of somebody, words, one that was deleted, one that this page does not know. */
const talk = (...kinds: ('pasien' | 'dokter' | 'kata' | 'foto' | 'dihapus' | null)[]) =>
  new Map(
    kinds.flatMap((kind, n): [number, PesanView][] => {
      const urutan = n + 1
      const tipe = kind === 'foto' ? 'image' : kind === 'pasien' || kind === 'dokter' ? 'audio' : null
      const lampiran = tipe && { id: `lampiran_${urutan}`, tipe, nama: 'x', ukuran: 1, mime: 'x/y' }
      return kind ? [[urutan, { urutan, lampiran, dihapus_pada: kind === 'dihapus' ? 'kemarin' : null } as unknown as PesanView]] : []
    }),
  )
const after = (n: number, ...kinds: Parameters<typeof talk>) => nextVoice(talk(...kinds), `lampiran_${n}`)?.id ?? null

test('after a recording comes the one that directly follows it, whoever sent it', () => {
  expect(after(1, 'pasien', 'pasien', 'dokter')).toBe('lampiran_2')
  expect(after(2, 'pasien', 'pasien', 'dokter')).toBe('lampiran_3')
  expect(after(3, 'pasien', 'pasien', 'dokter')).toBeNull()
})

test('what is to be read or looked at in between ends it; what was deleted does not', () => {
  expect(after(1, 'pasien', 'kata', 'pasien')).toBeNull()
  expect(after(1, 'pasien', 'foto', 'pasien')).toBeNull()
  expect(after(1, 'pasien', 'dihapus', 'dihapus', 'pasien')).toBe('lampiran_4')
})

test('what this page does not know is not skipped, and a recording of elsewhere has nothing after it', () => {
  expect(after(1, 'pasien', null, 'pasien')).toBeNull()
  expect(after(9, 'pasien', 'pasien')).toBeNull()
})
