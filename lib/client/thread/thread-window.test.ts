import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOf, foldPage, foldSince, loadedPesan, openThread, type Thread } from './thread'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'
import { growNewer, growOlder, hasNewer, narrow, STEP, showAround, showNewest, WINDOW_MAX } from './thread-window'

const PER_PAGE = 7
const HISTORY = 60

/** What a reader and a server do; each answer is a page of the moment when it arrives, or a late one of the moment before. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('send' as const), n: fc.nat(3) }),
  fc.record({ kind: fc.constant('remove' as const), n: fc.nat(HISTORY) }),
  fc.record({ kind: fc.constant('since' as const), n: fc.nat(1) }),
  fc.record({ kind: fc.constantFrom('before' as const, 'after' as const, 'around' as const), n: fc.integer({ min: 1, max: HISTORY }) }),
  fc.record({ kind: fc.constantFrom('older' as const, 'newer' as const, 'newest' as const, 'narrow' as const), n: fc.nat(HISTORY) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function move(server: FakeServer, thread: Thread, { kind, n }: Step): Thread {
  switch (kind) {
    case 'send':
      for (let i = 0; i <= n; i++) server.send(i % 2 ? PASIEN : DOKTER)
      return thread
    case 'remove':
      server.remove(n)
      return thread
    case 'since':
      return foldSince(thread, server.since(thread.rev, PER_PAGE), thread.rev)
    case 'before':
      return foldPage(thread, server.before(n, PER_PAGE))
    case 'after':
      return foldPage(thread, server.after(n, PER_PAGE))
    case 'around':
      return showAround(foldPage(foldPage(thread, server.before(n + 1, PER_PAGE)), server.after(n, PER_PAGE)), n)
    case 'older':
      return growOlder(foldPage(thread, server.before(thread.oldest, PER_PAGE)))
    case 'newer':
      return growNewer(thread)
    case 'newest':
      return showNewest(thread)
    case 'narrow':
      return narrow(thread, n)
  }
}

function caughtUp(server: FakeServer, start: Thread): Thread {
  let thread = start
  for (let more = true; more; ) {
    const page = server.since(thread.rev, PER_PAGE)
    thread = foldSince(thread, page, thread.rev)
    more = page.pagination.has_more
  }
  return thread
}

const talked = (count: number) => {
  const server = new FakeServer()
  for (let i = 0; i < count; i++) server.send(i % 2 ? PASIEN : DOKTER)
  return server
}
const shown = (thread: Thread) => loadedPesan(thread).map((pesan) => pesan.urutan)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

describe('the window over a conversation', () => {
  test('shows, after any moves and one catch-up, an unbroken piece of what a fresh load would show', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), (steps) => {
        const server = talked(HISTORY)
        const opened = openThread(server.newest(PER_PAGE))
        const thread = caughtUp(
          server,
          steps.reduce((now, one) => move(server, now, one), opened),
        )
        const end = thread.newest ?? endOf(thread)
        expect(shown(thread)).toEqual(range(thread.oldest, end))
        const fresh = loadedPesan(openThread(server.newest(1000)))
        expect(loadedPesan(thread)).toEqual(fresh.slice(thread.oldest - 1, end))
        if (!hasNewer(thread)) expect(end).toBe(fresh.length)
      }),
      { numRuns: 300 },
    )
  })

  test('never has a hole while it does not reach the end of the conversation', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), (steps) => {
        const server = talked(HISTORY)
        steps.reduce(
          (now, one) => {
            const next = move(server, now, one)
            if (next.newest !== null) expect(shown(next)).toEqual(range(next.oldest, next.newest))
            return next
          },
          openThread(server.newest(PER_PAGE)),
        )
      }),
    )
  })

  test('opens at a pesan far above, goes on in both directions, and follows the end once it is reached', () => {
    const server = talked(300)
    const opened = openThread(server.newest(30))
    const there = showAround(foldPage(foldPage(opened, server.before(101, STEP)), server.after(100, STEP)), 100)
    expect(shown(there)).toEqual(range(51, 150))
    const above = foldPage(there, server.before(51, STEP))
    expect(shown(above)).toEqual(range(1, 150))
    const below = [150, 200, 250].reduce((thread, urutan) => foldPage(thread, server.after(urutan, STEP)), above)
    expect(below.newest).toBeNull()
    server.send(DOKTER)
    expect(shown(caughtUp(server, below)).at(-1)).toBe(301)
  })

  test('what arrives at the end is known but not shown while the reader is far above', () => {
    const server = talked(300)
    const there = showAround(foldPage(openThread(server.newest(30)), server.before(101, STEP)), 100)
    server.send(DOKTER)
    const later = caughtUp(server, there)
    expect(shown(later).at(-1)).toBe(100)
    expect(shown(showNewest(later))).toEqual(range(271, 301))
  })

  test('lets go of what lies far from the reader, who can have it back without asking', () => {
    const server = talked(1000)
    let thread = openThread(server.newest(30))
    while (thread.oldest > 400) thread = foldPage(thread, server.before(thread.oldest, STEP))
    const small = narrow(thread, thread.oldest)
    expect(shown(small).length).toBeLessThan(WINDOW_MAX)
    expect(shown(small)[0]).toBe(thread.oldest)
    let whole = small
    while (hasNewer(whole)) whole = growNewer(whole)
    expect(shown(whole).at(-1)).toBe(1000)
  })
})
