import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BAKI_ORANG_MAX, BAKI_SEMUA_MAX } from '@/lib/domain/lampiran'
import { openDiskStore } from './disk'
import { openTray, sweepTrays, type Tray } from './tray'

const place = vi.hoisted(() => ({ dataDir: '' }))
vi.mock('@/lib/env', () => ({ env: () => place }))
vi.mock('@/lib/domain/lampiran', () => ({ BAKI_ORANG_MAX: 100_000, BAKI_SEMUA_MAX: 1_024_000 }))

const trays: Tray[] = []
beforeEach(() => {
  place.dataDir = mkdtempSync(join(tmpdir(), 'sapa-baki-'))
})
afterEach(async () => {
  for (const tray of trays.splice(0)) await tray.dispose()
  rmSync(place.dataDir, { recursive: true })
})

const open = async (pemilik: string) => {
  const tray = await openTray(pemilik)
  trays.push(tray)
  return tray
}
const ofBytes = (length: number) => Readable.from([Buffer.alloc(length)])

test('files may lie on a disk of their own', async () => {
  // Linux keeps one in memory; elsewhere this is one more folder.
  const disk = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'sapa-disk-'))
  symlinkSync(disk, join(place.dataDir, 'lampiran'))
  try {
    const tray = await open('a')
    expect(await tray.fill('asli', Readable.from([Buffer.from('isinya')]), 100)).toBe(6)
    const store = openDiskStore(place.dataDir)
    await store.put('kunci', { path: tray.pathOf('asli'), ukuran: 6, mime: 'application/pdf', sha256: null })
    expect((await buffer(await store.read('kunci', { start: 0, end: 5 }))).toString()).toBe('isinya')
    expect(readdirSync(disk).sort()).toEqual(['.masuk', 'kunci'])
  } finally {
    rmSync(disk, { recursive: true })
  }
})

test('one person fills trays only so far, and has room again when they are emptied; others are not held up', async () => {
  const [full, more, other] = [await open('a'), await open('a'), await open('b')]
  await full.fill('asli', ofBytes(BAKI_ORANG_MAX), BAKI_ORANG_MAX)
  const refused = ofBytes(10)
  await expect(more.fill('asli', refused, 100)).rejects.toMatchObject({ code: 'rate_limited', details: { retryAfterSeconds: 5 } })
  expect(refused.readableEnded).toBe(true)
  expect(await other.fill('asli', ofBytes(10), 100)).toBe(10)
  await full.dispose()
  expect(await more.fill('lagi', ofBytes(10), 100)).toBe(10)
})

test('all together fill them only so far', async () => {
  const most = Math.floor(BAKI_SEMUA_MAX / BAKI_ORANG_MAX)
  const chunk = Buffer.alloc(BAKI_ORANG_MAX)
  for (let n = 0; n < most; n++) await (await open(`orang ${n}`)).fill('asli', Readable.from([chunk]), chunk.length)
  const late = await open('terakhir')
  await expect(late.fill('asli', Readable.from([chunk]), chunk.length)).rejects.toMatchObject({ code: 'unavailable' })
})

test('what a crash left in a tray is swept after an hour, also where trays were before', async () => {
  const fresh = await open('a')
  await fresh.fill('asli', ofBytes(1), 1)
  // It began long ago, and its file still comes.
  utimesSync(fresh.pathOf('.'), new Date(0), new Date(0))
  const [left, former] = [join(place.dataDir, 'lampiran/.masuk/baki-lama'), join(place.dataDir, 'lampiran-masuk/baki-lama')]
  for (const folder of [left, former]) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'asli'), 'x')
    utimesSync(join(folder, 'asli'), new Date(0), new Date(0))
    utimesSync(folder, new Date(0), new Date(0))
  }
  await sweepTrays()
  expect([existsSync(left), existsSync(join(place.dataDir, 'lampiran-masuk')), existsSync(fresh.pathOf('asli'))]).toEqual([
    false,
    false,
    true,
  ])
})
