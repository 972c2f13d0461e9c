import { beforeEach, expect, test, vi } from 'vitest'

const verify = vi.fn<(hash: string, password: string) => Promise<boolean>>()

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  verify.mockImplementation((hash, password) => real.verify(hash, password))
  return { ...real, verify }
})

beforeEach(() => {
  verify.mockClear()
})

/** The cost that a hash says of itself: m, t and p of the PHC string format. */
const costs = () => verify.mock.calls.map(([hash]) => hash.split('$').slice(1, 4).join('$'))

test('somebody who is not there costs the same work as a wrong password: one comparison, of the same cost', async () => {
  const { hashPassword, isPassword } = await import('./password')
  const stored = await hashPassword('teluk-bening-42')
  expect(await isPassword(stored, 'bukan-yang-ini')).toBe(false)
  expect(await isPassword(null, 'bukan-yang-ini')).toBe(false)
  expect(await isPassword(stored, 'teluk-bening-42')).toBe(true)
  expect(costs()).toEqual(Array(3).fill('argon2id$v=19$m=19456,t=2,p=1'))
})

test('no password is the one of nobody', async () => {
  const { isPassword } = await import('./password')
  expect(await isPassword(null, 'nobody has this password')).toBe(false)
})
