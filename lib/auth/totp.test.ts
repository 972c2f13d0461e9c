import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newRecovery, newSecret, stepOf } from './totp'

vi.mock('@/lib/env', () => ({ env: () => ({ nextAuthSecret: 'rahasia-yang-cukup-panjang-untuk-uji' }) }))

const AT = Date.parse('2026-11-25T08:00:10Z')
const STEP = Math.floor(AT / 30_000)

beforeEach(() => void vi.useFakeTimers({ now: AT }))
afterEach(() => void vi.useRealTimers())

const { text, otpauth, sealed } = newSecret({ id: 'a', email: 'sari@uji.test' })
const totp = new TOTP({ secret: Secret.fromBase32(text) })
const codeOf = (step: number) => totp.generate({ timestamp: step * 30_000 })

test.each([
  [-2, null],
  [-1, STEP - 1],
  [0, STEP],
  [1, STEP + 1],
  [2, null],
])('a code %i steps away belongs to step %s', (away, step) => {
  expect(stepOf(sealed, 'a', codeOf(STEP + away))).toBe(step)
})

test('spaces do not count, and what is no code of an app fits nothing', () => {
  const code = codeOf(STEP)
  expect(stepOf(sealed, 'a', ` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe(STEP)
  for (const typed of ['', code.slice(1), `${code}0`, 'abcdef', '１２３４５６', '0x1234'])
    expect(stepOf(sealed, 'a', typed), typed).toBeNull()
  // Moved to another account it opens nothing.
  expect(stepOf(sealed, 'b', code)).toBeNull()
})

test('the address in the QR code says what an app needs to know', () => {
  const { protocol, host, searchParams } = new URL(otpauth)
  expect([protocol, host]).toEqual(['otpauth:', 'totp'])
  expect(Object.fromEntries(searchParams)).toEqual({ issuer: 'Sapa', secret: text, algorithm: 'SHA1', digits: '6', period: '30' })
  expect(decodeURIComponent(otpauth)).toContain('Sapa:sari@uji.test')
})

test('recovery codes are ten, differ, and are kept as something else', () => {
  const { codes, hashes } = newRecovery('a')
  expect(new Set(codes).size).toBe(10)
  for (const [n, code] of codes.entries()) expect(hashes[n]?.toString('latin1')).not.toContain(code)
})
