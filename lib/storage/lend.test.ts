import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDiskStore } from './disk'
import { lendBytes, lendFile } from './lend'
import type { Store } from './store'

const place = vi.hoisted(() => ({ dataDir: '', store: undefined as unknown }))
vi.mock('@/lib/env', () => ({ env: () => place }))
vi.mock('./the-store', () => ({ store: async () => place.store }))

beforeEach(() => {
  place.dataDir = mkdtempSync(join(tmpdir(), 'sapa-pinjam-'))
})
afterEach(() => rmSync(place.dataDir, { recursive: true }))

const lend = (kunci: string) => lendFile('sari', { kunci, ukuran: 6 }, async (path) => ({ path, text: readFileSync(path, 'utf8') }))

test('a file on this machine is lent where it lies, and one that is not there is refused', async () => {
  const disk = openDiskStore(place.dataDir)
  place.store = disk
  writeFileSync(join(place.dataDir, 'asal'), 'isinya')
  await disk.put('kunci', { path: join(place.dataDir, 'asal'), ukuran: 6, mime: 'application/pdf', sha256: null })
  expect(await lend('kunci')).toEqual({ path: join(place.dataDir, 'lampiran/kunci'), text: 'isinya' })
  await expect(lend('lain')).rejects.toMatchObject({ code: 'unavailable' })
})

test('of a file elsewhere a copy is lent, which is gone afterwards, also when its use failed', async () => {
  const read: Store['read'] = async () => Readable.from([Buffer.from('isinya')])
  place.store = { read }
  const { path, text } = await lend('kunci')
  expect([text, existsSync(path)]).toEqual(['isinya', false])
  await expect(lendFile('sari', { kunci: 'kunci', ukuran: 6 }, () => Promise.reject(new Error('gagal')))).rejects.toThrow('gagal')
  expect(readdirSync(join(place.dataDir, 'lampiran/.masuk'))).toEqual([])
})

test('bytes from elsewhere are lent as a file that is gone afterwards', async () => {
  const { path, text } = await lendBytes('sari', Buffer.from('isinya'), async (path) => ({ path, text: readFileSync(path, 'utf8') }))
  expect([text, existsSync(path)]).toEqual(['isinya', false])
})
