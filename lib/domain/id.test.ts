import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newUuid, toId, uuidOf } from './id'

const DIGIT = fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz')
const suffix = fc
  .tuple(fc.constantFrom(...'01234567'), fc.array(DIGIT, { minLength: 25, maxLength: 25 }))
  .map(([first, rest]) => first + rest.join(''))

test('a well-formed id that names nothing is no error: it is null, or a UUID that has that very id', () => {
  fc.assert(
    fc.property(suffix, (each) => {
      const uuid = uuidOf('konsultasi', `konsultasi_${each}`)
      if (uuid !== null) expect(toId('konsultasi', uuid)).toBe(`konsultasi_${each}`)
    }),
    { numRuns: 2000 },
  )
  expect(uuidOf('konsultasi', 'konsultasi_3zzzzzzzzzzzzzzzzzzzzzzzzz')).toBeNull()
})

test('the id of a new UUID leads back to it, for its own noun only', () => {
  const uuid = newUuid()
  expect(uuidOf('pesan', toId('pesan', uuid))).toBe(uuid)
  expect(uuidOf('konsultasi', toId('pesan', uuid))).toBeNull()
})
