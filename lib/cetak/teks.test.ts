import { expect, test } from 'vitest'
import { drawDokumen } from './draw-dokumen.mjs'
import { printable } from './teks.mjs'

const ordinary = 'Demam dua hari.\n\nBatuk, sesak bila berbaring; obat: paracetamol 3×500 mg.\n- minum air putih'

test('what people write is drawn as they wrote it', () => {
  expect(printable(ordinary)).toBe(ordinary)
})

test('of many blank lines one is drawn, whatever breaks them', () => {
  expect(printable(`a${'\n \t\r\n'.repeat(2000)}b\u2028\u2028\u2028c`)).toBe('a\n\nb\n\nc')
})

test('a text of very many lines runs on, and none of its words is missing', () => {
  const drawn = printable(Array.from({ length: 2500 }, (_, n) => `${n}`).join('\n'))
  expect(drawn).not.toContain('\n')
  expect(drawn.split(' / ')).toHaveLength(2500)
})

test('what is longer than a line may be broken, and no piece of it is longer than that', () => {
  const drawn = printable(`https://${'x'.repeat(4000)} ${'-'.repeat(500)}`)
  expect(Math.max(...drawn.split(/[\u200b\s-]/).map(({ length }) => length))).toBeLessThanOrEqual(60)
  expect(drawn.replaceAll('\u200b', '')).toBe(`https://${'x'.repeat(4000)} ${'-'.repeat(500)}`)
})

test('five texts of nothing but line breaks are one page', async () => {
  const bagian = Array.from({ length: 5 }, () => ({ teks: `a${'\n'.repeat(4998)}b` }))
  const head = { judul: 'Ringkasan', nomor: 'RKS/2026/000001', klinik: 'Klinik', kontak: '', terbit: '2026-11-29T00:00:00.000Z' }
  const pdf = await drawDokumen({ ...head, bagian, alamat: 'https://klinik.example/v/ABCDEFGHIJKLMNOP', json: '{}' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})
