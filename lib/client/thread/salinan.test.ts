import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { claimIdentity, giveUpIdentity } from '@/lib/client/device/identity'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { AbilitiesByStatus } from '@/lib/domain/konsultasi'
import { SESI_IDLE_MS } from '@/lib/domain/sesi'
import {
  forgetSalinan,
  isWorthKeeping,
  keepOwner,
  keepSalinan,
  pageOf,
  readSalinan,
  SALINAN_MAX,
  SALINAN_PESAN_MAX,
  wipeSalinan,
} from './salinan'
import { foldPage, foldSince, loadedPesan, openThread } from './thread'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'
import { showAround } from './thread-window'

const NOW = Date.now()
const SARI = { id: PASIEN, nama: 'Sari', peran: 'pasien' } as const
const BUDI = { id: 'pengguna_budi', nama: 'Budi', peran: 'pasien' } as const
const salinan = (konsultasi_id: string, dilihat_pada = NOW, pengguna_id: string = PASIEN) => ({
  pengguna_id,
  konsultasi_id,
  konsultasi: { id: konsultasi_id } as KonsultasiView,
  page: new FakeServer().newest(30),
  bisa: {} as AbilitiesByStatus,
  dilihat_pada,
})
const kept = async () => (await readSalinan())?.all.map((one) => one.konsultasi_id)

beforeEach(async () => {
  const items = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  })
  await wipeSalinan()
  claimIdentity(SARI.id)
  await keepOwner(SARI)
})

describe('what a device keeps of conversations', () => {
  test('is the ones seen last, newest first, and no more of them', async () => {
    for (let n = 0; n < SALINAN_MAX + 3; n++) await keepSalinan(salinan(`k${n}`, NOW - 1000 + n))
    expect(await kept()).toEqual(Array.from({ length: SALINAN_MAX }, (_, n) => `k${SALINAN_MAX + 2 - n}`))
  })

  test('is written again only when it would say something else, or once in a while that it is still so', () => {
    const server = new FakeServer()
    const konsultasi = { id: 'k1' } as KonsultasiView
    server.send(DOKTER)
    const first = { konsultasi, thread: openThread(server.newest(30)), seenAt: NOW }
    expect(isWorthKeeping(null, first)).toBe(true)
    // A poll that brings nothing.
    const idle = { ...first, thread: foldSince(first.thread, server.since(1, 30), 1), seenAt: NOW + 2000 }
    expect(isWorthKeeping(first, idle)).toBe(false)
    expect(isWorthKeeping(first, { ...idle, seenAt: NOW + 10 * 60_000 })).toBe(true)
    expect(isWorthKeeping(first, { ...idle, konsultasi: { id: 'k1' } as KonsultasiView })).toBe(true)
    server.send(DOKTER)
    expect(isWorthKeeping(first, { ...idle, thread: foldSince(first.thread, server.since(1, 30), 1) })).toBe(true)
    server.read(PASIEN, 2)
    const read = foldSince(first.thread, server.since(1, 30), 1)
    expect(isWorthKeeping({ ...first, thread: { ...read, unread: 2 } }, { ...idle, thread: read })).toBe(true)
  })

  test('is gone when somebody else has signed in, and never theirs', async () => {
    await keepSalinan(salinan('k1'))
    claimIdentity(BUDI.id)
    expect(await readSalinan()).toBeNull()
    await keepOwner(BUDI)
    expect(await kept()).toEqual([])
    claimIdentity(SARI.id)
    await keepOwner(SARI)
    expect(await kept()).toEqual([])
  })

  test('is gone after signing out, also what a page on its way out still wanted to keep', async () => {
    await keepSalinan(salinan('k1'))
    giveUpIdentity()
    await wipeSalinan()
    await keepSalinan(salinan('k1'))
    claimIdentity(SARI.id)
    await keepOwner(SARI)
    expect(await kept()).toEqual([])
  })

  test('is forgotten with the right to read it', async () => {
    for (const id of ['k1', 'k2', 'k3']) await keepSalinan(salinan(id))
    await forgetSalinan(PASIEN, 'k2')
    expect((await kept())?.sort()).toEqual(['k1', 'k3'])
    await forgetSalinan(PASIEN)
    expect(await kept()).toEqual([])
  })

  test('is not shown once no session could still open it', async () => {
    await keepSalinan(salinan('k1', NOW - SESI_IDLE_MS - 1))
    expect(await kept()).toEqual([])
  })

  test('is the end of the conversation also while the reader looks at an older part of it', () => {
    const server = new FakeServer()
    for (let n = 0; n < 90; n++) server.send(DOKTER)
    const opened = openThread(server.newest(30))
    const back = showAround(foldPage(opened, server.before(20, 10)), 15)
    expect(pageOf(back).data.map(({ urutan }) => urutan)).toEqual(Array.from({ length: 30 }, (_, n) => 61 + n))
    expect(pageOf(openThread(server.newest(100))).pagination.has_more).toBe(false)
  })

  test('goes on from where it was: one catch-up later it is what a fresh load would show', () => {
    const server = new FakeServer()
    for (let n = 0; n < SALINAN_PESAN_MAX + 50; n++) server.send(n % 2 ? PASIEN : DOKTER)
    const page = pageOf(openThread(server.newest(SALINAN_PESAN_MAX + 20)))
    expect(page.data).toHaveLength(SALINAN_PESAN_MAX)
    server.send(DOKTER)
    server.remove(SALINAN_PESAN_MAX)
    server.read(PASIEN, 140)
    const opened = openThread(page)
    const thread = foldSince(opened, server.since(opened.rev, 200), opened.rev)
    const fresh = openThread(server.newest(SALINAN_PESAN_MAX + 1))
    expect(loadedPesan(thread)).toEqual(loadedPesan(fresh))
    expect([thread.rev, thread.unread, thread.status]).toEqual([fresh.rev, fresh.unread, fresh.status])
  })
})
