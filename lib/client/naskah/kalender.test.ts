import { expect, test } from 'vitest'
import { kalenderOf } from './kalender'

const acara = {
  id: 'dokumen_x',
  tanggal: '2026-12-03',
  judul: 'Kontrol, dr. Ani; ruang 2',
  alamat: 'https://klinik.id/pasien/dokumen/dokumen_x',
}

test('a day is written as calendars read it: whole, escaped, in lines that end with CRLF', () => {
  const written = kalenderOf(acara, new Date('2026-11-29T16:58:28.123Z'))
  expect(written).toContain('\r\nDTSTART;VALUE=DATE:20261203\r\n')
  expect(written).toContain('\r\nDTSTAMP:20261129T165828Z\r\n')
  expect(written).toContain('\r\nSUMMARY:Kontrol\\, dr. Ani\\; ruang 2\r\n')
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('no line has more than 75 octets, and unfolded it is what it was', () => {
  const judul = `Kontrol ${'é'.repeat(80)}`
  const written = kalenderOf({ ...acara, judul }, new Date())
  for (const line of written.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(written.replaceAll('\r\n ', '')).toContain(`SUMMARY:${judul}\r\n`)
})
