import { describe, expect, test } from 'vitest'
import { destinationFor, safePath } from './after-sign-in'

const ORIGIN = 'http://klinik.test:3000'

describe('only a path on this site is safe', () => {
  test.each([
    ['/pasien', '/pasien'],
    ['/pasien/konsultasi?status=active#isi', '/pasien/konsultasi?status=active#isi'],
    ['/dokter/../admin', '/admin'],
    [`${ORIGIN}/pasien`, '/pasien'],
  ])('%s leads to %s', (callbackUrl, expected) => {
    expect(safePath(callbackUrl, ORIGIN)).toBe(expected)
  })

  test.each([
    null,
    undefined,
    '',
    'pasien',
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/.//evil.test',
    '/..//evil.test',
    '/pasien/..//evil.test',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://evil.test/pasien',
    'http://klinik.test:3000.evil.test/pasien',
    'http://klinik.test:3000@evil.test/pasien',
    ' /pasien',
  ])('%j leads nowhere', (callbackUrl) => {
    expect(safePath(callbackUrl, ORIGIN)).toBeNull()
  })

  test('an absolute address is not safe where nobody says which origin is ours', () => {
    expect(safePath(`${ORIGIN}/pasien`)).toBeNull()
  })
})

test.each([
  ['pasien', '/pasien/konsultasi', '/pasien/konsultasi'],
  ['pasien', '/pasien?x=1', '/pasien?x=1'],
  ['pasien', '/dokter/konsultasi', '/pasien'],
  ['pasien', '/pasienku', '/pasien'],
  ['pasien', '/akun/keamanan', '/akun/keamanan'],
  ['dokter', '/akunku', '/dokter'],
  ['dokter', '/masuk', '/dokter'],
  ['dokter', '/', '/dokter'],
  ['admin', '//evil.test', '/admin'],
  ['admin', null, '/admin'],
] as const)('a %s who was asked to sign in by %s goes to %s', (peran, callbackUrl, expected) => {
  expect(destinationFor(peran, callbackUrl)).toBe(expected)
})
