import { expect, test } from 'vitest'
import { downloadNameOf, isFileName, namelessOf } from './lampiran-name'

test.each(['foto.png', 'hasil "lab".pdf', "punya Budi's.jpg", '..foto..png', 'ruam 皮疹 😀.png', '', 'x'.repeat(255)])(
  '%j can be a name',
  (nama) => {
    expect(isFileName(nama)).toBe(true)
  },
)

test.each(['../x', 'a/b', 'a\\b', '.', '..', 'a\r\nb', 'a\0b', 'a\tb', '\u202egnp.exe', '\ud800', 'x'.repeat(256)])('%j cannot', (nama) => {
  expect(isFileName(nama)).toBe(false)
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
