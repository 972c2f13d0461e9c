import { expect, test } from 'vitest'
import { transportSecurity } from './transport-security.mjs'

const NEXTAUTH_URL = 'https://konsultasi.klinik.test'

test('https is promised for the very host, and for hosts below it only when the operator says so', () => {
  expect(transportSecurity({ NEXTAUTH_URL })).toEqual({ 'Strict-Transport-Security': 'max-age=63072000' })
  expect(transportSecurity({ NEXTAUTH_URL, HSTS_SUBDOMAINS: 'off' })).toEqual(transportSecurity({ NEXTAUTH_URL }))
  expect(transportSecurity({ NEXTAUTH_URL, HSTS_SUBDOMAINS: 'on' })).toEqual({
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  })
})

test('without https nothing is promised', () => {
  expect(transportSecurity({ NEXTAUTH_URL: 'http://127.0.0.1:3000', HSTS_SUBDOMAINS: 'on' })).toEqual({})
})
