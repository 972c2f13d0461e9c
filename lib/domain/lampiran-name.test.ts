import { expect, test } from 'vitest'
import { downloadNameOf, namelessOf, safeName } from './lampiran-name'

test.each([
  'foto.png',
  'hasil "lab".pdf',
  "punya Budi's.jpg",
  '..foto..png',
  'ruam 皮疹 😀.png',
  'a  b: c.png',
  'e\u0301.png',
  '',
  'x'.repeat(255),
])('%j is kept as it is', (nama) => {
  expect(safeName(nama)).toBe(nama)
})

test.each([
  ['IMG\\123.png', 'IMG-123.png'],
  ['Lab 12/10/2026.png', 'Lab 12-10-2026.png'],
  ['C:\\Users\\Budi\\hasil.pdf', 'C:-Users-Budi-hasil.pdf'],
  ['../../etc/passwd', '..-..-etc-passwd'],
  ['\u200efoto\u200f.png', 'foto.png'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['foto\r\nbaru.png', 'foto baru.png'],
  ['a\0b\tc.png', 'a b c.png'],
  ['  foto.png ', 'foto.png'],
  ['\ud800.png', '\ufffd.png'],
  [`${'x'.repeat(5000)}.png`, `${'x'.repeat(251)}.png`],
  ['x'.repeat(256), 'x'.repeat(255)],
  ['.', ''],
  ['..', ''],
  ['/', ''],
  ['\n', ''],
])('%j becomes %j, and that stays as it is', (nama, safe) => {
  expect(safeName(nama)).toBe(safe)
  expect(safeName(safe)).toBe(safe)
})

test.each([
  ['foto.png', 'image/png', 'foto.png'],
  ['FOTO.JPEG', 'image/jpeg', 'FOTO.JPEG'],
  ['foto.pdf', 'image/png', 'foto.png'],
  ['skrip.pdf.exe', 'application/pdf', 'skrip.pdf.pdf'],
  ['tanpa akhiran', 'audio/ogg', 'tanpa akhiran.ogg'],
  ['.png', 'image/jpeg', '.png.jpg'],
  ['a. b', 'audio/mp4', 'a.m4a'],
])('%j as %s is saved as %j', (nama, mime, saved) => {
  expect(downloadNameOf(nama, mime)).toBe(saved)
})

test('what has no name gets one', () => {
  expect(namelessOf('audio/webm')).toBe('lampiran.webm')
})
