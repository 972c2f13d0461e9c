import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openRouteNames } from './route-names.mjs'

test('a path is named by its route, without ids and without anything that a client made up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-uji-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const staticRoutes = [{ page: '/masuk', regex: '^/masuk(?:/)?$' }]
  const dynamicRoutes = [
    { page: '/api/v1/pesan/[id]/dibaca', regex: '^/api/v1/pesan/([^/]+?)/dibaca(?:/)?$' },
    { page: '/api/[[...lain]]', regex: '^/api(?:/(.+?))?(?:/)?$' },
  ]
  writeFileSync(join(folder, 'routes-manifest.json'), JSON.stringify({ staticRoutes, dynamicRoutes }))
  const routeOf = openRouteNames(folder)
  expect(routeOf('/api/v1/pesan/pesan_01h455vb4pex5vsknk084sn02q/dibaca?rahasia=1')).toBe('/api/v1/pesan/[id]/dibaca')
  expect(routeOf('/masuk?callbackUrl=/pasien')).toBe('/masuk')
  expect(routeOf('/api/rahasia-saya')).toBe('/api/[[...lain]]')
  expect(routeOf('/_next/static/chunks/a.js')).toBe('/_next')
  for (const url of ['/rahasia-saya', '/masuk/rahasia', '', '*', 'http://x/masuk']) expect(routeOf(url)).toBe('other')
})

test('without a build nothing has a name', () => {
  expect(openRouteNames('/tidak/ada')('/masuk')).toBe('other')
})
