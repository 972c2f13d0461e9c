import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { beforeAll, expect, test } from 'vitest'
import { onePerProcess } from './one-per-process.mjs'
import { givePageHeaders, isPage } from './page-headers.mjs'

beforeAll(() => {
  const pages = onePerProcess('page policy', (): { policy?: (nonce: string, host: string | null) => string } => ({}))
  pages.policy = (nonce, host) => `nonce ${nonce}, host ${host}`
})

function headersFor(url: string, sent: Record<string, string> = {}) {
  const request = { url, headers: { host: 'klinik.test', ...sent } as Record<string, string | undefined> }
  const answered = new Map<string, string>()
  givePageHeaders(
    request as unknown as IncomingMessage,
    { setHeader: (name: string, value: string) => answered.set(name, value) } as unknown as ServerResponse,
  )
  return { told: request.headers, answered }
}

test('what lies in public/ and is no page goes past the pages’ policy, each by its name, and nothing else that only looks like it', () => {
  for (const name of readdirSync('public')) expect({ name, policy: isPage(`/${name}`) }).toEqual({ name, policy: name.endsWith('.html') })
  for (const path of ['/ikon-zz.png', '/favicon-kabar.ico', '/sw-lain.js', '/masuk', '/', '/apikoeh', '/_next/data/x'])
    expect({ path, policy: isPage(path) }).toEqual({ path, policy: true })
  for (const path of ['/api', '/api/v1/pesan', '/_next/static/chunks/a.js']) expect(isPage(path)).toBe(false)
})

test('each page has a nonce of its own, which its policy names and the page is told, whatever the client says', () => {
  const said = { 'x-nonce': 'a', 'x-sapa-path': '/b', 'content-security-policy': "script-src 'nonce-a'" }
  const [one, other] = [headersFor('/masuk', said), headersFor('/masuk', said)]
  expect(one.answered.get('Content-Security-Policy')).toBe(`nonce ${one.told['x-nonce']}, host klinik.test`)
  expect(one.told['content-security-policy']).toBe(one.answered.get('Content-Security-Policy'))
  expect(one.told['x-nonce']).toMatch(/^[\w+/]{22}==$/)
  expect(other.told['x-nonce']).not.toBe(one.told['x-nonce'])
})

test.each([
  ['/masuk', '/masuk'],
  ['/dokter/konsultasi?saring=ditandai&_rsc=1a2b', '/dokter/konsultasi?saring=ditandai'],
  ['/dokter?_rsc=1a2b', '/dokter'],
  ['/pasien/cari?q=a%26b#c', '/pasien/cari?q=a%26b'],
])('a page at %s is told that it is at %s', (url, path) => {
  expect(headersFor(url).told['x-sapa-path']).toBe(path)
})

test('pages of a wing are kept by nobody, and the API is left as it was', () => {
  for (const url of ['/pasien', '/dokter/konsultasi?x=1', '/admin/audit', '/akun'])
    expect(headersFor(url).answered.get('Cache-Control')).toBe('private, no-store')
  expect(headersFor('/pasienku').answered.has('Cache-Control')).toBe(false)
  expect(headersFor('/api/v1/pesan').answered.size).toBe(0)
})
