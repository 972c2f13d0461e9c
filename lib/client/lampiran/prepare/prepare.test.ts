import { expect, test } from 'vitest'
import { kindOf } from '@/lib/client/lampiran/kind'
import { isWorse, mayGoAsItIs, redrawnSize } from '@/lib/client/lampiran/picture/picture-plan'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['a JPEG that is called .png', '\xff\xd8\xff\xe1..Exif', 'image/png', 'jpeg'],
  ['a PNG', '\x89PNG\r\n\x1a\n....IHDR', '', 'png'],
  ['an animated PNG', '\x89PNG\r\n\x1a\n....IHDR....acTL', '', 'picture'],
  ['a WebP', 'RIFF....WEBPVP8 ', '', 'webp'],
  ['an animated WebP', 'RIFF....WEBPVP8X....\x02', '', 'picture'],
  ['a GIF', 'GIF89a', '', 'picture'],
  ["a phone's HEIC", '....ftypheic', '', 'heic'],
  ['an AVIF', '....ftypavif', '', 'picture'],
  ['a PDF after a byte order mark', '\xef\xbb\xbf%PDF-1.7', '', 'pdf'],
  ['a PDF behind line breaks', '\r\n%PDF-1.7', '', 'pdf'],
  ['a recording of a Samsung', '....ftyp3gp4', 'video/3gpp', 'audio'],
  ['an M4A', '....ftypM4A ', 'audio/mp4', 'audio'],
  ['a film', '....ftypisom', 'video/mp4', 'video'],
  ['a WebM', '\x1aE\xdf\xa3', 'video/webm', 'audio'],
  ['an Ogg', 'OggS', '', 'audio'],
  ['an MP3 with a tag', 'ID3', '', 'audio'],
  ['an MP3 without', '\xff\xfb\x90', '', 'audio'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml', null],
  ['a program called foto.jpg', 'MZ\x90', 'image/jpeg', null],
  ['nothing', '', '', null],
] as const)('%s is known by its content', (_, content, type, kind) => {
  expect(kindOf(bytes(content), type)).toBe(kind)
})

test.each([
  ['a small photo stays as it is', { kind: 'jpeg', ukuran: 400_000, lebar: 1600, tinggi: 1200 }, null],
  ['a large one is drawn smaller', { kind: 'jpeg', ukuran: 9_000_000, lebar: 8000, tinggi: 6000 }, { lebar: 2560, tinggi: 1920 }],
  [
    'a heavy one of little size is drawn again',
    { kind: 'png', ukuran: 5_000_000, lebar: 1600, tinggi: 1200 },
    { lebar: 1600, tinggi: 1200 },
  ],
  ['what the server does not take is drawn', { kind: 'heic', ukuran: 90_000, lebar: 400, tinggi: 300 }, { lebar: 400, tinggi: 300 }],
  ['a long screenshot stays as wide as it is', { kind: 'jpeg', ukuran: 900_000, lebar: 1080, tinggi: 9000 }, null],
  ['a heavy one keeps its width too', { kind: 'png', ukuran: 4_000_000, lebar: 1080, tinggi: 9000 }, { lebar: 1080, tinggi: 9000 }],
  ['up to what a browser can draw', { kind: 'png', ukuran: 4_000_000, lebar: 1080, tinggi: 16_000 }, { lebar: 1039, tinggi: 15396 }],
  ['a very long one keeps at least a pixel', { kind: 'heic', ukuran: 90_000, lebar: 40_000, tinggi: 1 }, { lebar: 16_000, tinggi: 1 }],
] as const)('%s', (_, picture, size) => {
  expect(redrawnSize(picture)).toEqual(size)
})

test('a drawing that came out larger gives way to the original, if the server takes that', () => {
  const png = { kind: 'png', ukuran: 1_600_000, lebar: 1000, tinggi: 1000 } as const
  expect(isWorse(png, 2_000_000)).toBe(true)
  expect(isWorse(png, 900_000)).toBe(false)
  expect(isWorse({ ...png, kind: 'heic' }, 2_000_000)).toBe(false)
  expect(isWorse({ ...png, ukuran: 11 * 1_048_576 }, 12 * 1_048_576)).toBe(false)
})

test('where a browser cannot draw honestly, what the server takes goes as it is', () => {
  const photo = { kind: 'jpeg', ukuran: 6_000_000, lebar: 4000, tinggi: 3000 } as const
  expect(mayGoAsItIs(photo)).toBe(true)
  expect(mayGoAsItIs({ ...photo, kind: 'heic' })).toBe(false)
  expect(mayGoAsItIs({ ...photo, ukuran: 11 * 1_048_576 })).toBe(false)
  expect(mayGoAsItIs({ ...photo, lebar: 10_000, tinggi: 6000 })).toBe(false)
})
