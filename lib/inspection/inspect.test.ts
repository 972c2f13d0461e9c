import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { jpeg, png, sidewaysPhoto } from '@/e2e/berkas/gambar'
import { mp4 } from '@/e2e/berkas/suara'
import { redrawnSize } from '@/lib/client/lampiran/picture/picture-plan'
import { inspect } from './inspect.mjs'
import { LIMITS } from './limits'

const folder = mkdtempSync(join(tmpdir(), 'sapa-inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [original, result, thumb] = ['asli', 'hasil', 'kecil'].map((name) => join(folder, name)) as [string, string, string]

function look(bytes: Buffer, promise?: (ms: number) => void) {
  writeFileSync(original, bytes)
  return inspect({ original, result, thumb, limits: LIMITS }, promise)
}

/** With another first word: what its maker calls it. */
function branded(bytes: Buffer, brand: string): Buffer {
  const copy = Buffer.from(bytes)
  copy.write(brand, 8, 'latin1')
  return copy
}

test.each(['3gp4', '3gp5', '3g2a', 'M4A ', 'M4V ', 'isom', 'mp42'])('sound in a file of the brand %j is a recording', async (brand) => {
  expect(await look(branded(mp4({ seconds: 6 }), brand))).toMatchObject({ ok: true, mime: 'audio/mp4', durasi: expect.closeTo(6, 1) })
})

test('a film of that brand is none', async () => {
  expect(await look(branded(mp4({ seconds: 6, withVideo: true }), '3gp4'))).toEqual({ ok: false, why: 'type' })
})

test('a file with more tracks than any recording has is refused before they are searched for each fragment', async () => {
  const track = Buffer.from([0, 0, 0, 8, ...Buffer.from('trak')])
  const head = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypM4A '), Buffer.alloc(4)])
  const { durationOfMp4 } = await import('./mp4.mjs')
  const many = Buffer.concat([head, ...Array.from({ length: 33 }, () => track), mp4({ seconds: 1 }).subarray(24)])
  expect(() => durationOfMp4(many)).toThrow('type')
})

test('what is no picture says that it needs less time', async () => {
  const promised: number[] = []
  await look(mp4({ seconds: 1 }), (ms) => promised.push(ms))
  expect(promised).toEqual([5000])
})

test.each([
  [1080, 16_000],
  [6000, 1500],
  [3000, 2000],
  [600, 400],
] as const)(
  'a picture of %d × %d pixels is kept as large as a browser draws it before it leaves',
  async (lebar, tinggi) => {
    const drawn = redrawnSize({ kind: 'heic', ukuran: 1, lebar, tinggi })
    const found = { lebar: 0, tinggi: 0, ...(await look(await png(lebar, tinggi))) }
    // Rounded twice.
    expect(Math.abs(found.lebar - (drawn?.lebar ?? 0))).toBeLessThanOrEqual(1)
    expect(Math.abs(found.tinggi - (drawn?.tinggi ?? 0))).toBeLessThanOrEqual(1)
  },
  60_000,
)

test('the small picture of a long screenshot can still be recognised', async () => {
  await look(await png(540, 8000))
  expect(await sharp(thumb).metadata()).toMatchObject({ width: 200 })
}, 60_000)

test('a photo whose last bytes are missing is shown as far as it goes, upright', async () => {
  const whole = await sidewaysPhoto()
  for (const bytes of [whole.subarray(0, -2), whole.subarray(0, whole.length * 0.7)])
    expect(await look(bytes)).toMatchObject({ ok: true, mime: 'image/jpeg', lebar: 400, tinggi: 600 })
  expect((await sharp(result).metadata()).exif).toBeUndefined()
})

test('one that has no more than its head is none, and neither is half a PNG', async () => {
  expect(await look((await jpeg()).subarray(0, 60))).toEqual({ ok: false, why: 'type' })
  const whole = await png(200, 200)
  expect(await look(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, why: 'type' })
})
