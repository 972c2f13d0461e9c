import { expect, test, vi } from 'vitest'
import { keyedHash, seal, unseal } from './sealed'

const settings = vi.hoisted(() => ({ nextAuthSecret: 'rahasia-pertama-yang-cukup-panjang' }))
vi.mock('@/lib/env', () => ({ env: () => settings }))

const plain = Buffer.from('12345678901234567890')

test('what is sealed for somebody opens for them, differs each time, and holds nothing readable', () => {
  const [one, other] = [seal(plain, 'a'), seal(plain, 'a')]
  expect(unseal(one, 'a')).toEqual(plain)
  expect(one).not.toEqual(other)
  expect(one.includes(plain)).toBe(false)
})

test('it opens neither in another row, nor changed, nor cut short, nor under another secret', () => {
  const sealed = seal(plain, 'a')
  const hash = keyedHash('7K3F9Q2M4X', 'a')
  const changed = Buffer.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(unseal(sealed, 'b')).toBeNull()
  expect(unseal(changed, 'a')).toBeNull()
  expect(unseal(sealed.subarray(0, 20), 'a')).toBeNull()
  expect(keyedHash('7K3F9Q2M4X', 'b')).not.toEqual(hash)
  settings.nextAuthSecret = 'rahasia-kedua-yang-juga-cukup-panjang'
  expect(unseal(sealed, 'a')).toBeNull()
  expect(keyedHash('7K3F9Q2M4X', 'a')).not.toEqual(hash)
})
