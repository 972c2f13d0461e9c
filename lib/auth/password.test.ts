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

test('a password fits however the keyboard composed its letters', async () => {
  const { hashPassword, isPassword } = await import('./password')
  const [composed, decomposed] = ['kafé-mélati-42'.normalize('NFC'), 'kafé-mélati-42'.normalize('NFD')]
  for (const stored of [await hashPassword(composed), await hashPassword(decomposed)])
    for (const typed of [composed, decomposed, composed.replace('42', '４２')]) expect(await isPassword(stored, typed)).toBe(true)
  expect(await isPassword(await hashPassword(composed), 'kafe-melati-42')).toBe(false)
})

test('a hash that was made of what was typed goes on fitting', async () => {
  const { hash } = await import('@node-rs/argon2')
  const { isPassword } = await import('./password')
  for (const typed of ['kafé-mélati-42'.normalize('NFD'), 'kafé-mélati-４２', 'teluk-bening-42'])
    expect(await isPassword(await hash(typed, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }), typed)).toBe(true)
})
