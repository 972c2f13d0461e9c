import { expect, test } from 'vitest'
import { pathFor } from './request-line.mjs'

test.each([
  '/',
  '/api',
  '/api/v1/konsultasi?status=active&x=//',
  '/api/v1/konsultasi/a%2Fb',
  '/masuk?callbackUrl=%2Fpasien',
  '/pasien/',
  '/apikoeh/',
])('%s is left as it is', (target) => {
  expect(pathFor(target)).toBe(target)
})

test.each([
  ['http://klinik.example/api/live', '/api/live'],
  ['HTTPS://klinik.example:3000/masuk?a=b', '/masuk?a=b'],
  ['http://klinik.example', '/'],
  ['http://klinik.example?a=b', '?a=b'],
])('%s is the absolute form of %s', (target, path) => {
  expect(pathFor(target)).toBe(path.startsWith('/') ? path : `/${path}`)
})

test.each(['/api/', '/api/v1/konsultasi/', '//api/v1/dokter', '/api//v1/dokter', '/api/v1\\dokter', '/api/v1/%zz', '/api/%C0%80?a=b'])(
  '%s names nothing in the API',
  (target) => {
    expect(pathFor(target)).toBe('/api/tidak-ada')
  },
)

test('a page whose path cannot be decoded is an unknown page', () => {
  expect(pathFor('/pasien/%E0%A4')).toBe('/tidak-ada')
})

test.each(['/_next/image?url=%2fapi%2fv1%2f&w=640&q=75', '/_global-error', '/_not-found', '/_error', '/_next/data/x.json'])(
  '%s, which is the framework’s own, is an unknown page',
  (target) => {
    expect(pathFor(target)).toBe('/tidak-ada')
  },
)

test('scripts of a build stay what they are', () => {
  expect(pathFor('/_next/static/chunks/a.js')).toBe('/_next/static/chunks/a.js')
})
