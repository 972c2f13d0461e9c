import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPages } from './page-entries.mjs'

/** A build of four pages and a route of the API. */
function open() {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-uji-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const routes = {
    '/(publik)/page': '/',
    '/(publik)/masuk/page': '/masuk',
    '/pasien/konsultasi/[id]/page': '/pasien/konsultasi/[id]',
    '/pasien/konsultasi/baru/page': '/pasien/konsultasi/baru',
    '/_not-found/page': '/_not-found',
    '/api/live/route': '/api/live',
  }
  const dynamicRoutes = [{ page: '/pasien/konsultasi/[id]', regex: '^/pasien/konsultasi/([^/]+?)(?:/)?$' }]
  const write = (name: string, content: unknown) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), JSON.stringify(content))
  }
  write('app-path-routes-manifest.json', routes)
  write('server/app-paths-manifest.json', Object.fromEntries(Object.keys(routes).map((name) => [name, `app${name}.js`])))
  write('routes-manifest.json', { dynamicRoutes })
  const pageFor = openPages(folder, '127.0.0.1')
  return (url: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) =>
    pageFor({ url, method, headers } as unknown as IncomingMessage)?.route ?? null
}

test.each([
  ['/', '/'],
  ['/masuk', '/masuk'],
  ['/masuk?callbackUrl=%2Fpasien', '/masuk'],
  ['/pasien/konsultasi/konsultasi_01h455vb4pex5vsknk084sn02q', '/pasien/konsultasi/[id]'],
  ['/pasien/konsultasi/baru', '/pasien/konsultasi/baru'],
])('%s is the page %s', (url, route) => {
  expect(open()(url)).toBe(route)
})

test.each(['/masuk/', '//masuk', '/%6dasuk', '/masuk#x', '/tidak-ada', '/_not-found', '/api/live', '/pasien/konsultasi/[id]', '*', ''])(
  '%s is for Next.js to read',
  (url) => {
    expect(open()(url)).toBeNull()
  },
)

test('so is what is no opening of a page', () => {
  const routeOf = open()
  expect(routeOf('/masuk', { headers: { accept: '*/*' } })).toBe('/masuk')
  for (const name of ['rsc', 'next-router-prefetch', 'next-action']) expect(routeOf('/masuk', { headers: { [name]: '1' } })).toBeNull()
  for (const method of ['HEAD', 'OPTIONS', 'POST']) expect(routeOf('/masuk', { method })).toBeNull()
})
