import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createBeside } from '@/lib/client/api/beside'
import type { OutboxEntry } from '@/lib/client/outbox/outbox-entry'
import { mergeThread } from './merge-thread'
import { loadedPesan, openThread } from './thread'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'
import { createThreadStore, type ThreadStore } from './thread-store'

const K = 'konsultasi_1'

/** A request on its way: answered with what the server knows at one moment, arrived at another, or never. */
interface Flight {
  readonly path: string
  readonly etag: string | null
  answer: Response | null
  readonly arrive: (response: Response) => void
  readonly lose: (error: Error) => void
}

/** The network between one page and the model of the server; each request goes through it in three steps that others may come between. */
class Net {
  readonly flights: Flight[] = []
  steady = false

  constructor(private readonly server: FakeServer) {}

  readonly fetch = (path: string, { headers }: { headers: Headers }): Promise<Response> =>
    new Promise((arrive, lose) => {
      const flight: Flight = { path, etag: headers.get('If-None-Match'), answer: null, arrive, lose }
      if (this.steady) return arrive(this.answerTo(flight))
      this.flights.push(flight)
    })

  serve(n: number) {
    const flight = this.flights[n % (this.flights.length || 1)]
    if (flight) flight.answer ??= this.answerTo(flight)
  }

  deliver(n: number) {
    const [flight] = this.flights.splice(n % (this.flights.length || 1), 1)
    if (flight) flight.arrive(flight.answer ?? this.answerTo(flight))
  }

  lose(n: number) {
    const [flight] = this.flights.splice(n % (this.flights.length || 1), 1)
    flight?.lose(new TypeError('Failed to fetch'))
  }

  private answerTo({ path, etag }: Flight): Response {
    const { pathname, searchParams } = new URL(path, 'http://klinik.test')
    const perPage = Number(searchParams.get('per_page'))
    const body = pathname.endsWith(`/konsultasi/${K}`)
      ? { data: this.server.konsultasi() }
      : pathname.endsWith('/profil')
        ? { data: this.server.profil() }
        : searchParams.has('since')
          ? this.server.since(Number(searchParams.get('since')), Math.min(perPage, 3))
          : this.server.before(Number(searchParams.get('before')), Math.min(perPage, 3))
    const text = JSON.stringify({ success: true, ...body })
    const tag = encodeURIComponent(text)
    return etag === tag ? new Response(null, { status: 304 }) : new Response(text, { status: 200, headers: { ETag: tag } })
  }
}

const entry = (client_id: string): OutboxEntry => ({
  client_id,
  konsultasi_id: K,
  pengguna_id: PASIEN,
  pesan: client_id,
  balas_ke: null,
  disusun_pada: Number(client_id),
  keadaan: 'menunggu',
  sebab: null,
})

const n = fc.nat(30)
const of = <Kind extends string>(kind: Kind, weight: number) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), n, by: fc.constantFrom(PASIEN, DOKTER) }),
})
const step = fc.oneof(
  of('compose', 2),
  of('dokterSends', 4),
  of('read', 2),
  of('remove', 1),
  of('react', 1),
  of('complete', 1),
  of('event', 4),
  of('poll', 3),
  of('older', 1),
  of('serve', 6),
  of('deliver', 8),
  of('lose', 2),
  of('answerAgain', 2),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One page that has been through all of it. Gives what it holds and what still waits in its outbox. */
async function live(server: FakeServer, net: Net, store: ThreadStore, steps: readonly Step[]): Promise<OutboxEntry[]> {
  let outbox: OutboxEntry[] = []
  let composed = 0
  const sent = server.all()
  for (const { kind, n, by } of steps) {
    const isActive = server.status === 'active'
    if (kind === 'compose' && isActive) {
      outbox.push(entry(String(++composed)))
      // Stored by the server; whether its answer comes, comes twice or is lost is decided elsewhere.
      sent.push(server.send(PASIEN, 'halo', String(composed)))
    }
    if (kind === 'dokterSends' && isActive) sent.push(server.send(DOKTER))
    if (kind === 'read') server.read(by, n)
    if (kind === 'remove') server.remove(n)
    if (kind === 'react' && isActive) server.react(by, n, '🙏')
    if (kind === 'complete' && n === 0) server.proceed()
    if (kind === 'event') store.hear('MessageSent', { konsultasi_id: K, pesan_id: 'pesan_1', urutan: 1, rev: n })
    if (kind === 'poll') void store.catchUp()
    if (kind === 'older') void store.loadOlder()
    if (kind === 'serve') net.serve(n)
    if (kind === 'deliver') net.deliver(n)
    if (kind === 'lose') net.lose(n)
    const answered = sent[n % (sent.length || 1)]
    if (kind === 'answerAgain' && answered?.client_id) {
      store.fold(answered)
      outbox = outbox.filter(({ client_id }) => client_id !== answered.client_id)
    }
    await settle()
  }
  return outbox
}

const settle = () => new Promise<void>((done) => setImmediate(done))

afterEach(() => vi.unstubAllGlobals())

describe('a page that lived through lost, doubled, late and disordered events, polls and answers', () => {
  test('shows after one poll what a fresh load shows, each composed pesan once', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(8), fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }), async (history, steps) => {
        const server = new FakeServer()
        for (let i = 0; i < history; i++) server.send(i % 2 ? PASIEN : DOKTER)
        const net = new Net(server)
        vi.stubGlobal('fetch', net.fetch)
        const page = server.newest(3)
        const store = createThreadStore({ konsultasi: server.konsultasi(), page, penggunaId: PASIEN })
        const outbox = await live(server, net, store, steps)

        net.steady = true
        while (net.flights.length > 0) net.lose(0)
        await store.catchUp()
        await settle()
        const { thread, konsultasi: known, freshness } = store.snapshot()
        const fresh = openThread(server.newest(100))
        expect(loadedPesan(thread)).toEqual(loadedPesan(fresh).filter(({ urutan }) => urutan >= thread.oldest))
        expect([thread.rev, thread.unread, thread.status]).toEqual([fresh.rev, fresh.unread, fresh.status])
        expect(known.status).toBe(fresh.status)
        expect(freshness).toMatchObject({ failingSince: null, denied: null })
        const keys = mergeThread(thread, outbox, PASIEN).map(({ key }) => key)
        expect(keys).toEqual(mergeThread({ ...fresh, oldest: thread.oldest }, [], PASIEN).map(({ key }) => key))
        expect(new Set(keys).size).toBe(keys.length)
        // What has not woken up yet wakes up with this.
        expect(store.drawn().thread).toEqual(openThread(page))
      }),
      { numRuns: 60 },
    )
  })
})

test('on a line that is too slow for a hundred pesan smaller pages are asked for, until it is faster', async () => {
  vi.useFakeTimers()
  const asked: string[] = []
  const server = new FakeServer()
  let isSlow = true
  vi.stubGlobal('fetch', (path: string, { signal }: { signal: AbortSignal }) => {
    const perPage = new URL(path, 'http://klinik.test').searchParams.get('per_page') ?? ''
    asked.push(perPage)
    if (!isSlow) return Promise.resolve(Response.json({ success: true, ...server.since(0, Number(perPage)) }))
    return new Promise((_, lose) => signal.addEventListener('abort', () => lose(signal.reason)))
  })
  const store = createThreadStore({ konsultasi: server.konsultasi(), page: server.newest(3), penggunaId: PASIEN })
  for (let n = 0; n < 5; n++) {
    if (n === 4) isSlow = false
    const caughtUp = store.catchUp()
    await vi.advanceTimersByTimeAsync(10_000)
    await caughtUp
  }
  await store.catchUp()
  expect(asked).toEqual(['100', '33', '11', '10', '10', '20'])
  vi.useRealTimers()
})

test('a refusal stays said while nothing is answered, and ends with the next answer', async () => {
  const server = new FakeServer()
  const store = createThreadStore({ konsultasi: server.konsultasi(), page: server.newest(3), penggunaId: PASIEN })
  const denied = async (answer: () => Promise<Response>) => {
    vi.stubGlobal('fetch', answer)
    await store.catchUp()
    return store.snapshot().freshness.denied
  }
  const refusal = JSON.stringify({ success: false, code: 'unauthenticated', message: '', request_id: 'r1' })
  expect(await denied(async () => new Response(refusal, { status: 401 }))).toBe('signed_out')
  expect(await denied(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('signed_out')
  expect(await denied(async () => new Response(JSON.stringify({ success: true, ...server.since(0, 3) }), { status: 200 }))).toBeNull()
})

describe('what others of the page want to know', () => {
  const kabar = (unread_count: number) => ({ unread_count, unread_selesai: 0 })
  const server = new FakeServer()
  const asked: (string | null)[] = []

  /** A page on whose conversation a badge depends, and the way in which its next question is answered. */
  function opened() {
    let answer = async (): Promise<Response> => new Response(null, { status: 304 })
    vi.stubGlobal('fetch', (path: string) => {
      asked.push(new URL(path, 'http://klinik.test').searchParams.get('sertakan'))
      return answer()
    })
    const store = createThreadStore({ konsultasi: server.konsultasi(), page: server.newest(3), penggunaId: PASIEN })
    const beside = createBeside()
    beside.on('kabar', () => undefined)
    const next = async (how: () => Promise<Response>) => {
      answer = how
      await store.catchUp()
      return beside.now('kabar')
    }
    return { store, beside, next }
  }
  const whole = (unread: number) => async () => {
    const { meta, ...page } = server.since(0, 100)
    return Response.json({ success: true, ...page, meta: { ...meta, kabar: kabar(unread) } }, { headers: { ETag: String(unread) } })
  }
  const unchanged = async () => new Response(null, { status: 304 })

  test('comes with its answers, and a 304 says once more what the answer that it stands for said', async () => {
    const { store, beside, next } = opened()
    const stop = store.askAlong(beside)
    expect(await next(whole(1))).toEqual(kabar(1))
    beside.end()
    expect(await next(unchanged)).toEqual(kabar(1))
    expect(await next(whole(2))).toEqual(kabar(2))
    stop()
    expect(await next(unchanged)).toBeUndefined()
    expect(asked.splice(0)).toEqual(['kabar', 'kabar', 'kabar', null])
  })

  test('is heard no longer where asking fails', async () => {
    const { store, beside, next } = opened()
    store.askAlong(beside)
    await next(whole(1))
    expect(await next(() => Promise.reject(new TypeError('Failed to fetch')))).toBeUndefined()
    expect(await next(unchanged)).toEqual(kabar(1))
    beside.end()
    asked.length = 0
  })
})

test('after a restore the page shows what the server has, whatever it knew before', async () => {
  const server = new FakeServer()
  for (let n = 1; n <= 5; n++) server.send(DOKTER, `Pesan ${n}`)
  const store = createThreadStore({ konsultasi: server.konsultasi(), page: server.newest(30), penggunaId: PASIEN })
  server.restore(3)
  server.send(DOKTER, 'Sesudah pemulihan')
  for (let n = 0; n < 5; n++) server.send(DOKTER, 'Lagi')
  vi.stubGlobal('fetch', async (path: string) => {
    const url = new URL(path, 'http://klinik.test')
    if (url.pathname.includes('/konsultasi/')) return Response.json({ success: true, data: server.konsultasi() })
    const since = url.searchParams.get('since')
    return Response.json({ success: true, ...(since === null ? server.newest(30) : server.since(Number(since), 100)) })
  })
  await store.catchUp()
  const shown = loadedPesan(store.snapshot().thread).map(({ pesan }) => pesan)
  expect(shown).toEqual(['Pesan 1', 'Pesan 2', 'Pesan 3', 'Sesudah pemulihan', 'Lagi', 'Lagi', 'Lagi', 'Lagi', 'Lagi'])
})

const allergies = (store: ThreadStore) => store.snapshot().profil?.alergi?.map(({ zat }) => zat) ?? null

describe('what no pesan tells', () => {
  /** A dokter's page on a steady line. */
  function opened(server: FakeServer, first = { konsultasi: server.konsultasi(), profil: server.profil() }) {
    const net = new Net(server)
    net.steady = true
    vi.stubGlobal('fetch', net.fetch)
    const store = createThreadStore({ ...first, page: server.newest(3), penggunaId: DOKTER })
    const look = async () => {
      await store.catchUp()
      await settle()
      return allergies(store)
    }
    return { net, store, look }
  }

  test('an allergy is known after the next look, also when asking for it failed at first', async () => {
    const server = new FakeServer(DOKTER)
    server.send(PASIEN)
    const { net, look, store } = opened(server)
    expect(await look()).toBeNull()
    server.send(PASIEN)
    server.allergicTo('penisilin')
    expect(await look()).toEqual(['penisilin'])
    server.allergicTo('penisilin', 'kacang')
    net.steady = false
    const looking = store.catchUp()
    net.deliver(0)
    await looking
    while (net.flights.length > 0) net.lose(0)
    await settle()
    expect(allergies(store)).toEqual(['penisilin'])
    net.steady = true
    expect(await look()).toEqual(['penisilin', 'kacang'])
  })

  test('a page whose konsultasi was read before its pesan looks once more', async () => {
    const server = new FakeServer(DOKTER)
    const before = { konsultasi: server.konsultasi(), profil: server.profil() }
    server.allergicTo('penisilin')
    const { look } = opened(server, before)
    expect(await look()).toEqual(['penisilin'])
  })

  test('of two answers that come in the wrong order the newer one stays', () => {
    const server = new FakeServer(DOKTER)
    const { store } = opened(server)
    const first = server.konsultasi()
    server.allergicTo('penisilin')
    const second = server.konsultasi()
    store.foldKonsultasi(second)
    store.foldKonsultasi(first)
    expect(store.snapshot().konsultasi).toBe(second)
  })
})

test('a pesan of another konsultasi, sent from here or in another tab, never stands in this conversation', () => {
  const [server, other] = [new FakeServer(), new FakeServer()]
  server.send(DOKTER, 'Sudah minum obat?')
  other.send(DOKTER, 'Halo')
  const elsewhere = { ...other.send(PASIEN, 'Hasil tes HIV saya'), konsultasi_id: 'konsultasi_2' }
  const store = createThreadStore({ konsultasi: server.konsultasi(), page: server.newest(30), penggunaId: PASIEN })
  store.fold(elsewhere)
  expect([...store.snapshot().thread.pesan.values()]).toEqual(server.all())
  const own = server.send(PASIEN, 'Sudah')
  store.fold(own)
  expect([...store.snapshot().thread.pesan.values()]).toEqual(server.all())
})
