import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuiltFiles } from './built-files.mjs'
import { compressFiles } from './compressed'

let folder: string
let server: Server
let address: string
/** Long enough to be compressed. */
const LONG = 'const kalimat = 1\n'.repeat(500)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sapa-builds-'))
  const builds = {
    baru: ['chunks/sama.js', 'chunks/baru.js'],
    lama: ['chunks/sama.js', 'chunks/lama.js'],
    setengah: ['chunks/setengah.js'],
  }
  for (const [build, files] of Object.entries(builds)) {
    mkdirSync(join(folder, build, 'static/chunks'), { recursive: true })
    for (const file of files) writeFileSync(join(folder, build, 'static', file), build)
    if (build !== 'setengah') writeFileSync(join(folder, build, 'finished'), '')
    writeFileSync(join(folder, build, 'rahasia.js'), 'rahasia')
  }
  writeFileSync(join(folder, 'baru/static/chunks/besar.js'), LONG)
  writeFileSync(join(folder, 'baru/static/chunks/huruf.woff2'), LONG)
  await compressFiles(join(folder, 'baru/static'))
  const serveBuilt = openBuiltFiles(join(folder, 'baru'))
  server = createServer((request, response) => {
    if (!serveBuilt(request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  fetch(`${address}/_next/static/${path}`, { method, headers })

test('a page of an older build that is still kept gets its parts', async () => {
  const answer = await ask('chunks/lama.js?dpl=1')
  expect([answer.status, await answer.text()]).toEqual([200, 'lama'])
  expect(answer.headers.get('content-type')).toContain('application/javascript')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect((await ask('chunks/lama.js', 'HEAD')).status).toBe(200)
})

test.each([
  ['what no build has', 'chunks/tidak-ada.js'],
  ['a build that was never finished', 'chunks/setengah.js'],
  ['what lies outside of its static files', '..%2Frahasia.js'],
  ['a way out with a backslash', '..%5Crahasia.js'],
  ['a folder', 'chunks'],
  ['what cannot be decoded', '%E0%A4%A.js'],
])('%s is left to Next.js', async (_, path) => {
  expect((await ask(path)).status).toBe(404)
})

test('other methods are left to Next.js', async () => {
  expect((await ask('chunks/lama.js', 'POST')).status).toBe(404)
})

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br;q=0', 'gzip'],
  ['gzip;q=0.5, BR ; q=1.0', 'br'],
])('a script of the served build comes to whoever takes %s as %s', async (accepted, coding) => {
  const answer = await ask('chunks/besar.js', 'GET', { 'Accept-Encoding': accepted })
  expect(answer.headers.get('content-encoding')).toBe(coding)
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(LONG.length / 10)
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('content-type')).toContain('application/javascript')
  expect(await answer.text()).toBe(LONG)
  const head = await ask('chunks/besar.js', 'HEAD', { 'Accept-Encoding': accepted })
  expect([head.headers.get('content-length'), await head.text()]).toEqual([answer.headers.get('content-length'), ''])
})

test.each([
  ['who takes nothing that is compressed', 'chunks/besar.js', LONG],
  ['a font, which is compressed already', 'chunks/huruf.woff2', LONG],
  ['what is too small to gain', 'chunks/sama.js', 'baru'],
])('%s: as it is', async (_, path, content) => {
  const answer = await ask(path, 'GET', { 'Accept-Encoding': path.includes('besar') ? 'identity' : 'br' })
  expect(answer.headers.get('content-encoding')).toBe(null)
  expect(answer.headers.get('content-length')).toBe(String(content.length))
  expect(await answer.text()).toBe(content)
})

test('a part of a file is left to Next.js', async () => {
  expect((await ask('chunks/besar.js', 'GET', { 'Accept-Encoding': 'br', Range: 'bytes=0-9' })).status).toBe(404)
})
