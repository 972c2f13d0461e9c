import { expect, test } from 'vitest'
import { IssueDokumen } from '@/lib/contract/dokumen'
import { isBlank, isiOf, newNaskah, OBAT_BARU, terketikOf } from './naskah'

const obat = { ...OBAT_BARU, nama: 'Prednison', jumlah: '1,5', satuan: 'botol', langkah: [{ signa: '3 dd 1 tab', hari: '' }] }

const accepted = (naskah: ReturnType<typeof newNaskah>) => IssueDokumen.parse({ jenis: naskah.jenis, isi: isiOf(naskah) }).isi

test('what is typed is sent as the contract wants it, and a correction begins with just that', () => {
  const tapering = {
    ...obat,
    langkah: [
      { signa: '3 dd 1 tab', hari: '3' },
      { signa: '1 dd 1 tab', hari: '4' },
    ],
    iter: '2',
  }
  for (const naskah of [
    newNaskah('resep', { obat: [obat, { ...tapering, catatan: 'Habiskan' }], abaikan: [{ zat: 'sulfa', alasan: '' }] }),
    newNaskah('lab', { pemeriksaan: 'Darah lengkap\n\n Urine ' }),
    newNaskah('surat_sakit', { mulai: '2026-11-29', hari: '2' }),
    newNaskah('ringkasan', { subjektif: 'a', rencana: 'b', anjuran: 'c', diagnosa: [{ kode: '', nama: 'Flu', utama: true }] }),
  ]) {
    const isi = accepted(naskah)
    const again = { ...naskah, isi: terketikOf({ jenis: naskah.jenis, isi } as Parameters<typeof terketikOf>[0]) } as typeof naskah
    expect(accepted(again)).toEqual(isi)
  }
})

test('a number with a comma is a number, and what is none is refused where it was typed', () => {
  expect(isiOf(newNaskah('resep', { obat: [obat] }))).toMatchObject({ obat: [{ jumlah: 1.5, signa: '3 dd 1 tab', iter: null }] })
  const wrong = IssueDokumen.safeParse({ jenis: 'resep', isi: isiOf(newNaskah('resep', { obat: [{ ...obat, jumlah: 'dua' }] })) })
  expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['isi.obat.0.jumlah'])
})

test('what nobody typed in is blank', () => {
  expect(isBlank(newNaskah('resep'))).toBe(true)
  expect(isBlank(newNaskah('resep', { obat: [obat] }))).toBe(false)
})
