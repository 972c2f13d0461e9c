import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import en from '@/lib/i18n/en/surat.json'
import id from '@/lib/i18n/id/surat.json'

const CHROMIUM = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1'

type Handler = (event: unknown) => void

interface FakePage {
  readonly url: string
  readonly visibilityState: 'visible' | 'hidden'
  focus(): Promise<void>
  postMessage(data: unknown, ports: readonly MessagePort[]): void
}

const SHELL = '<html nonce="lama"><script src="/_next/static/chunks/a.js"></script>'
const SHELL_HEADERS = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "script-src 'nonce-lama'" }

/** A browser around a worker script of ours, as far as the script needs it. */
function workerOf(script: string, { userAgent = CHROMIUM, v = 'b1-id' } = {}) {
  const handlers = new Map<string, Handler>()
  const stored = new Map<string, Map<string, Response>>()
  const cacheOf = (name: string) => {
    const cache = stored.get(name) ?? new Map<string, Response>()
    stored.set(name, cache)
    return cache
  }
  const pathOf = (asked: string | { url: string }) => (typeof asked === 'string' ? asked : new URL(asked.url).pathname)
  const world = {
    fetch: vi.fn<(asked: string | { url: string }) => Promise<Response>>(),
    pages: [] as FakePage[],
    shown: [] as unknown[][],
    opened: [] as string[],
    cached: () => [...stored.values()].flatMap((cache) => [...cache.keys()]),
    /** Dispatches an event; resolves with what it was answered, once all that it waits for is done. */
    async dispatch(type: string, event: object): Promise<unknown> {
      let answer: unknown
      const keep = (promise: Promise<unknown>) => {
        answer = promise
      }
      handlers.get(type)?.({ ...event, waitUntil: keep, respondWith: keep })
      return answer
    },
  }
  const caches = {
    open: async (name: string) => ({
      put: async (asked: string | { url: string }, answer: Response) => void cacheOf(name).set(pathOf(asked), answer),
      match: async (asked: string | { url: string }) => cacheOf(name).get(pathOf(asked))?.clone(),
    }),
    match: async (asked: string | { url: string }, { cacheName }: { cacheName?: string } = {}) =>
      [...stored]
        .filter(([name]) => !cacheName || name === cacheName)
        .flatMap(([, cache]) => cache.get(pathOf(asked)) ?? [])[0]
        ?.clone(),
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
  }
  const self = {
    addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
    skipWaiting: async () => undefined,
    location: { origin: 'http://klinik.test' },
    navigator: {},
    registration: { showNotification: async (...told: unknown[]) => void world.shown.push(told) },
    clients: { matchAll: async () => world.pages, openWindow: async (url: string) => void world.opened.push(url) },
  }
  const location = new URL(`http://klinik.test/sw.js?v=${v}`)
  runInNewContext(readFileSync(`public/${script}`, 'utf8'), {
    ...{ self, location, caches, navigator: { userAgent }, fetch: world.fetch, importScripts: () => undefined, MessageChannel },
    ...{ Response, Headers, URL, URLSearchParams, setTimeout, clearTimeout, Promise, btoa, crypto },
  })
  return world
}

const ours = (type: string, body = '', build = 'b1') => new Response(body, { headers: { 'Content-Type': type, 'X-Build': build } })
const portal = () => new Response('<h1>Selamat datang</h1>', { headers: { 'Content-Type': 'text/html' } })

describe('a navigation', () => {
  const NAVIGATION = { request: { method: 'GET', mode: 'navigate', url: 'http://klinik.test/pasien' } }
  let worker: ReturnType<typeof workerOf>

  beforeEach(async () => {
    vi.useFakeTimers()
    worker = workerOf('sw.js')
    const shell = new Response(SHELL, { headers: { ...SHELL_HEADERS, 'X-Build': 'b1' } })
    worker.fetch.mockImplementation(async (asked) => (asked === '/luring' ? shell : ours('application/javascript', 'a')))
    await worker.dispatch('install', {})
  })
  afterEach(() => vi.useRealTimers())

  const go = async (event: object = NAVIGATION) => {
    const answer = worker.dispatch('fetch', event) as Promise<Response>
    await vi.advanceTimersByTimeAsync(6001)
    return (await answer).text()
  }

  test('shows the page that the network gives, also where it was asked for while the worker woke up', async () => {
    worker.fetch.mockResolvedValue(ours('text/html', 'halaman'))
    expect(await go()).toBe('halaman')
    expect(await go({ ...NAVIGATION, preloadResponse: Promise.resolve(ours('text/html', 'lebih cepat')) })).toBe('lebih cepat')
  })

  test.each([502, 503, 504])('shows the kept shell where a proxy answers %i', async (status) => {
    worker.fetch.mockResolvedValue(new Response('Bad gateway', { status }))
    expect(await go()).toContain('/_next/static/chunks/a.js')
  })

  test('shows the kept shell where nothing has come for 6 s, or there is no network', async () => {
    worker.fetch.mockReturnValue(new Promise(() => undefined))
    expect(await go()).toContain('/_next/static/chunks/a.js')
    worker.fetch.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await go()).toContain('/_next/static/chunks/a.js')
  })

  test('waits as long as it takes where no shell is kept', async () => {
    worker = workerOf('sw.js')
    worker.fetch.mockReturnValue(new Promise((done) => setTimeout(done, 5900, ours('text/html', 'akhirnya'))))
    expect(await go()).toBe('akhirnya')
  })
})

describe('what the worker keeps', () => {
  const isWhole = async (answers: Record<string, Response>) => {
    const worker = workerOf('sw.js')
    worker.fetch.mockImplementation(async (asked) => answers[String(asked)]?.clone() ?? portal())
    const whole = await Promise.resolve(worker.dispatch('install', {})).then(
      () => true,
      () => false,
    )
    return [whole, worker.cached()]
  }
  const script = ours('application/javascript', 'a')

  test('is the shell of its own build with all its parts', async () => {
    expect(await isWhole({ '/luring': ours('text/html', SHELL), '/_next/static/chunks/a.js': script })).toEqual([
      true,
      ['/_next/static/chunks/a.js', '/luring'],
    ])
  })

  test('is nothing where something on the way answers in our place, or an instance of another build', async () => {
    expect(await isWhole({})).toEqual([false, []])
    expect(await isWhole({ '/luring': ours('text/html', SHELL) })).toEqual([false, []])
    expect(await isWhole({ '/luring': ours('text/html', SHELL, 'b2'), '/_next/static/chunks/a.js': script })).toEqual([false, []])
  })

  test('is no file that is not what its name says', async () => {
    const worker = workerOf('sw.js')
    worker.fetch.mockResolvedValueOnce(portal()).mockResolvedValueOnce(ours('text/html', 'masuk')).mockResolvedValueOnce(script.clone())
    const request = { method: 'GET', mode: 'no-cors', url: 'http://klinik.test/_next/static/chunks/b.js' }
    for (const kept of [[], [], ['/_next/static/chunks/b.js']]) {
      await worker.dispatch('fetch', { request })
      await vi.waitFor(() => expect(worker.cached()).toEqual(kept))
    }
  })
})

describe('a push message', () => {
  const KABAR = { judul: id.push.judul, isi: id.push.pesan, tag: 'konsultasi_1', url: '/pasien/konsultasi/konsultasi_1' }
  const data = { json: () => KABAR }
  const page = (path: string, goes: boolean | null = null): FakePage & { focused: number; asked: unknown[] } => ({
    url: `http://klinik.test${path}`,
    visibilityState: 'visible',
    focused: 0,
    asked: [],
    async focus() {
      this.focused++
    },
    postMessage(data, [port]) {
      this.asked.push(data)
      if (goes !== null) port?.postMessage(goes)
    },
  })
  const click = { notification: { close: () => undefined, data: { url: KABAR.url } } }

  test('is shown unless its konsultasi is being looked at; always on WebKit, which counts silence', async () => {
    for (const [userAgent, times] of [
      [CHROMIUM, 0],
      [SAFARI, 1],
    ] as const) {
      const worker = workerOf('sw-kabar.js', { userAgent })
      worker.pages.push(page(KABAR.url))
      await worker.dispatch('push', { data })
      expect(worker.shown).toHaveLength(times)
    }
  })

  test('speaks the language of its pages', async () => {
    for (const [v, isi] of [
      ['b1-id', id.push],
      ['b1-en', en.push],
    ] as const) {
      const { judul: _, ...kinds } = id.push
      for (const jenis of Object.keys(kinds) as (keyof typeof kinds)[]) {
        const worker = workerOf('sw-kabar.js', { v })
        await worker.dispatch('push', { data: { json: () => ({ ...KABAR, isi: id.push[jenis] }) } })
        expect(worker.shown).toMatchObject([['Sapa', { body: isi[jenis] }]])
      }
    }
  })

  test('leads an open page there that can go, and opens a new one only where none can', async () => {
    const worker = workerOf('sw-kabar.js')
    const [busy, free] = [page('/pasien/konsultasi/konsultasi_2', false), page('/pasien', true)]
    worker.pages.push(busy, free)
    await worker.dispatch('notificationclick', click)
    expect([busy.focused, free.focused, free.asked, worker.opened]).toEqual([0, 1, [{ buka: KABAR.url }], []])
    worker.pages.splice(0, 2, busy)
    await worker.dispatch('notificationclick', click)
    expect([busy.focused, worker.opened]).toEqual([0, [KABAR.url]])
  })

  test('leads to the page that shows its konsultasi already', async () => {
    const worker = workerOf('sw-kabar.js')
    const [other, there] = [page('/pasien', true), page(KABAR.url)]
    worker.pages.push(other, there)
    await worker.dispatch('notificationclick', click)
    expect([other.focused, there.focused, worker.opened]).toEqual([0, 1, []])
  })
})
