import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mp3, mp4, ogg, webm } from '@/e2e/berkas/suara'
import { durationOfMp3 } from './mp3.mjs'
import { durationOfMp4 } from './mp4.mjs'
import { durationOfOgg } from './ogg.mjs'
import { pagesOf } from './pdf.mjs'
import { durationOfWebm } from './webm.mjs'

const readers = {
  webm: [durationOfWebm, webm({ seconds: 2 })],
  ogg: [durationOfOgg, ogg(2)],
  mp3: [durationOfMp3, mp3(2)],
  mp4: [durationOfMp4, mp4({ seconds: 2, isFragmented: true })],
} as const

for (const [name, [durationOf, whole]] of Object.entries(readers)) {
  test(`a whole ${name} is two seconds long`, () => {
    expect(durationOf(whole)).toBeCloseTo(2, 1)
  })

  test(`a ${name} with bytes changed is measured or refused: never endless, never a length that is none`, () => {
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(changes, (list) => {
        const changed = Buffer.from(whole)
        for (const [at, byte] of list) changed[at] = byte
        expect(measure(durationOf, changed)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test(`a ${name} cut off anywhere does not get longer`, () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        const seconds = tryTo(() => durationOf(whole.subarray(0, length)))
        expect(seconds === null || seconds <= 2.1).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
}

test('noise behind the head of a PDF is refused or counted, quickly', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (noise) => {
      const pages = tryTo(() => pagesOf(Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\ntrailer'), noise, Buffer.from('%%EOF')])))
      expect(pages === null || pages > 0).toBe(true)
    }),
    { numRuns: 200 },
  )
})

/** Only errors that somebody meant are refusals: no memory ran out, no stack overflowed. */
function measure(durationOf: (bytes: Buffer) => number, bytes: Buffer): boolean {
  const started = performance.now()
  tryTo(() => durationOf(bytes))
  return performance.now() - started < 2000
}

function tryTo(work: () => number | null): number | null {
  try {
    return work()
  } catch (error) {
    expect((error as Error).message).toMatch(/^(type|large|long)$|out of range|outside/i)
    return null
  }
}
