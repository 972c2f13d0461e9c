import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mp4 } from '@/e2e/berkas/suara'
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
