import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { claimIdentity, giveUpIdentity } from '@/lib/client/device/identity'
import { forgetAfterSigningOut } from './jottings'
import { type OutboxEntry, sentOf } from './outbox-entry'
import { browserStorage } from './outbox-storage'

const SAYA = 'pengguna_1'
const ORANG = 'pengguna_2'

const entry = (client_id: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  client_id,
  konsultasi_id: 'konsultasi_1',
  pengguna_id: SAYA,
  pesan: 'Sudah diminum, Dok.',
  balas_ke: null,
  disusun_pada: 1,
  keadaan: 'menunggu',
  sebab: null,
  ...more,
})
const idsOf = async (penggunaId: string) => (await browserStorage().ofOwner(penggunaId)).map(({ client_id }) => client_id)
const jotted = () => Object.keys(localStorage).filter((key) => key.startsWith('sapa:berangkat:'))

/** A browser's own, as far as these need it: its items are its own properties. */
class Items {
  [key: string]: unknown
  get length() {
    return Object.keys(this).length
  }
  key(index: number) {
    return Object.keys(this)[index] ?? null
  }
  getItem(key: string) {
    return Object.hasOwn(this, key) ? this[key] : null
  }
  setItem(key: string, value: string) {
    this[key] = value
  }
  removeItem(key: string) {
    delete this[key]
  }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', new Items())
  claimIdentity(SAYA)
})
afterEach(async () => {
  await browserStorage().clear()
  vi.unstubAllGlobals()
})

test('what was jotted down is found by a page that comes later, until it is stored, and by nobody else', async () => {
  const storage = browserStorage()
  storage.jot(entry('a'))
  expect(await idsOf(SAYA)).toEqual(['a'])
  expect(await idsOf(ORANG)).toEqual([])
  expect(await browserStorage().get('a')).toEqual(entry('a'))

  await storage.put(entry('a'))
  expect(jotted()).toEqual([])
  expect(await idsOf(SAYA)).toEqual(['a'])
  await storage.remove('a')
  expect(await idsOf(SAYA)).toEqual([])
})

test('what became of it since counts, not what was jotted down', async () => {
  const storage = browserStorage()
  await storage.put(entry('a', { keadaan: 'gagal', sebab: 'network' }))
  storage.jot(entry('a'))
  expect(await browserStorage().ofOwner(SAYA)).toMatchObject([{ client_id: 'a', keadaan: 'gagal' }])
})

test('one that is done or thrown away is not jotted down any more, and signing out takes all', async () => {
  const storage = browserStorage()
  for (const id of ['a', 'b', 'c']) storage.jot(entry(id))
  await storage.remove('a')
  expect(await idsOf(SAYA)).toEqual(['b', 'c'])
  await storage.clear()
  expect(jotted()).toEqual([])
})

test('for somebody who has left nothing is jotted down, nor with a file', () => {
  const storage = browserStorage()
  storage.jot(entry('a', { berkas: { nama: 'hasil.pdf', tipe: 'file', bytes: new Blob() } as unknown as OutboxEntry['berkas'] }))
  giveUpIdentity()
  storage.jot(entry('b'))
  expect(jotted()).toEqual([])
})

test('a jotting that cannot be read hides no other', async () => {
  localStorage.setItem('sapa:berangkat:x', '{')
  browserStorage().jot(entry('a'))
  expect(await idsOf(SAYA)).toEqual(['a'])
})

test('what a second tab jotted down in the moment of signing out is forgotten; while somebody is signed in it is not', () => {
  browserStorage().jot(entry('a'))
  forgetAfterSigningOut()
  expect(jotted()).toHaveLength(1)
  giveUpIdentity()
  forgetAfterSigningOut()
  expect(jotted()).toEqual([])
})

test('a database that never opens is as good as none: what was put is there after 5 s, and nothing waits for ever', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })
  const storage = browserStorage()
  const put = storage.put(entry('a'))
  await vi.advanceTimersByTimeAsync(5001)
  await put
  expect(await storage.ofOwner(SAYA)).toEqual([entry('a', { durable: false })])
  expect(await storage.get('a')).toEqual(entry('a'))
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a database that forgets what it was asked keeps nothing from going: what was put is known after 10 s, and what it held is not taken for gone', async () => {
  const storage = browserStorage()
  await storage.put(entry('lama'))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const forgetful = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => forgottenTransaction())
  storage.jot(entry('a'))
  const [put, got] = [storage.put(entry('a')), storage.get('lama').catch(() => 'not known')]
  await vi.advanceTimersByTimeAsync(10_001)
  expect([await put, await got]).toEqual([true, 'not known'])
  expect([await storage.get('a'), await storage.get('lama').catch(() => 'not known')]).toEqual([entry('a'), 'not known'])
  forgetful.mockRestore()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await storage.get('lama')).toEqual(entry('lama'))
  vi.useRealTimers()
})

/** Neither done nor failed, ever. */
const forgottenTransaction = () => ({ objectStore: () => ({ get: () => ({}), put: () => ({}) }), error: null }) as unknown as IDBTransaction

/** As iOS does with a page in the background: whoever uses the connection after that is told InvalidStateError. */
const cutConnections = async (opened: readonly IDBOpenDBRequest[]) => {
  for (const { result } of opened) result.close()
}

function watchOpening(): IDBOpenDBRequest[] {
  const opened: IDBOpenDBRequest[] = []
  const open = indexedDB.open.bind(indexedDB)
  vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
    const request = open(...args)
    opened.push(request)
    return request
  })
  return opened
}

test('a connection that was cut is opened anew: what is put, read and removed after that is stored', async () => {
  const opened = watchOpening()
  const storage = browserStorage()
  expect(await storage.put(entry('a'))).toBe(true)
  await cutConnections(opened)
  expect(await storage.put(entry('b'))).toBe(true)
  await cutConnections(opened)
  expect(await storage.get('a')).toEqual(entry('a'))
  await cutConnections(opened)
  await storage.remove('a')
  vi.restoreAllMocks()
  expect(await idsOf(SAYA)).toEqual(['b'])
})

test('when another person signs in nothing of anybody else is left, nor comes back from a page of theirs', async () => {
  const storage = browserStorage()
  await storage.put(entry('a'))
  storage.jot(entry('b'))
  localStorage.setItem('sapa:berangkat:x', '{')
  claimIdentity(ORANG)
  await storage.put(entry('c', { pengguna_id: ORANG }))
  await browserStorage().keepOnly(ORANG)
  await storage.put(entry('a', { keadaan: 'gagal' }))
  expect([await idsOf(SAYA), await idsOf(ORANG), jotted()]).toEqual([[], ['c'], []])
})

test('what only memory has says so, until it could be stored; what is jotted down as well outlives the page', async () => {
  const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError')
  })
  const storage = browserStorage()
  storage.jot(entry('teks'))
  expect([await storage.put(entry('teks')), await storage.put(entry('foto'))]).toEqual([true, false])
  expect(await storage.ofOwner(SAYA)).toEqual([entry('teks'), entry('foto', { durable: false })])
  failing.mockRestore()
  expect(await storage.put(entry('foto'))).toBe(true)
  expect((await storage.ofOwner(SAYA)).find(({ client_id }) => client_id === 'foto')).toEqual(entry('foto'))
  expect(await idsOf(SAYA)).toContain('foto')
})

test('brings of what waits the same without its page as with it', async () => {
  const waiting = entry('a', {
    disusun_pada: Date.now(),
    balas_ke: 'pesan_1',
    lampiran_id: 'lampiran_1',
    isi: { titik: { lintang: -6.2, bujur: 106.8 } } as OutboxEntry['isi'],
  })
  await browserStorage().put(waiting)
  const sent: unknown[] = []
  const handlers = new Map<string, (event: { tag: string; waitUntil: (done: Promise<unknown>) => void }) => void>()
  runInNewContext(readFileSync('public/sw-kirim.js', 'utf8'), {
    ...{ indexedDB, AbortSignal, Date },
    self: { addEventListener: (type: string, handler: () => void) => handlers.set(type, handler) },
    navigator: { locks: { request: (_: string, act: () => unknown) => act() } },
    fetch: async (_: string, { body }: { body: string }) => {
      sent.push(JSON.parse(body))
      return Response.json({ success: true, data: {} })
    },
    BroadcastChannel: class {
      postMessage() {}
      close() {}
    },
  })
  await new Promise((done) => handlers.get('sync')?.({ tag: 'sapa:kirim', waitUntil: (brought) => void brought.then(done) }))
  expect(sent).toEqual([JSON.parse(JSON.stringify(sentOf(waiting)))])
  expect(sent).toMatchObject([{ titik: { lintang: -6.2 } }])
  expect(await idsOf(SAYA)).toEqual([])
})
