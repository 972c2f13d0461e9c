import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PesanPage } from '@/lib/contract/pesan'
import { foldPage, foldPesan, foldSince, loadedPesan, openThread, type Thread } from './thread'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'
import { hasOlder } from './thread-window'

const PER_PAGE = 3

/** Long walks: what goes wrong needs several answers in the air at once. */
const LONG = { minLength: 20, maxLength: 120, size: 'max' } as const

/** What happens between a page and its server; an answer is made at one time and arrives at another, twice, or never. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('send' as const), by: fc.constantFrom(PASIEN, DOKTER) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read' as const), by: fc.constantFrom(PASIEN, DOKTER), n: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), n: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('react' as const), by: fc.constantFrom(PASIEN, DOKTER), n: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('proceed' as const), n: fc.nat(9) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), what: fc.constantFrom('since' as const, 'older' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('arrive' as const), which: fc.nat(50), keep: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const), which: fc.nat(50) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Answer = { readonly page: PesanPage; readonly since: number | null }

function walk(server: FakeServer, opened: Thread, steps: readonly Step[], check: (before: Thread, after: Thread) => void): Thread {
  let thread = opened
  const flying: Answer[] = []
  const ask = (what: 'since' | 'older'): Answer =>
    what === 'since'
      ? { page: server.since(thread.rev, PER_PAGE), since: thread.rev }
      : { page: server.before(thread.oldest, PER_PAGE), since: null }
  for (const one of steps) {
    // Nobody writes after the end, and most walks do not come to it.
    if (one.kind === 'send' && server.status === 'active') server.send(one.by)
    if (one.kind === 'react') server.react(one.by, one.n, '🙏')
    if (one.kind === 'read') server.read(one.by, one.n)
    if (one.kind === 'remove') server.remove(one.n)
    if (one.kind === 'proceed' && one.n === 0) server.proceed()
    if (one.kind === 'ask') flying.push(ask(one.what))
    if (one.kind === 'lose') flying.splice(one.which % (flying.length || 1), 1)
    const answer = one.kind === 'arrive' ? flying[one.which % (flying.length || 1)] : undefined
    if (one.kind !== 'arrive' || !answer) continue
    const before = thread
    thread = foldAnswer(thread, answer)
    check(before, thread)
    if (!one.keep) flying.splice(flying.indexOf(answer), 1)
  }
  return thread
}

const foldAnswer = (thread: Thread, { page, since }: Answer) => (since === null ? foldPage(thread, page) : foldSince(thread, page, since))

function catchUp(server: FakeServer, start: Thread): Thread {
  let thread = start
  for (let more = true; more; ) {
    const page = server.since(thread.rev, PER_PAGE)
    thread = foldSince(thread, page, thread.rev)
    more = page.pagination.has_more
  }
  return thread
}

describe('a thread', () => {
  test('shows what a fresh load would show after one catch-up, whatever was late, doubled, disordered or lost', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.array(step, LONG), (history, steps) => {
        const server = new FakeServer()
        for (let i = 0; i < history; i++) server.send(i % 2 ? PASIEN : DOKTER)
        const opened = openThread(server.newest(PER_PAGE))
        const thread = catchUp(
          server,
          walk(server, opened, steps, () => {}),
        )
        const fresh = openThread(server.newest(100))
        expect(loadedPesan(thread)).toEqual(loadedPesan(fresh).filter((pesan) => pesan.urutan >= thread.oldest))
        expect([thread.rev, thread.unread, thread.status]).toEqual([fresh.rev, fresh.unread, fresh.status])
      }),
      { numRuns: 300 },
    )
  })

  test('never goes back: not its rev, not a pesan, not its status, not how far history is loaded', () => {
    fc.assert(
      fc.property(fc.array(step, LONG), (steps) => {
        const server = new FakeServer()
        for (let i = 0; i < 8; i++) server.send(DOKTER)
        walk(server, openThread(server.newest(PER_PAGE)), steps, (before, after) => {
          expect(after.rev).toBeGreaterThanOrEqual(before.rev)
          expect(after.unreadRev).toBeGreaterThanOrEqual(before.unreadRev)
          expect(after.oldest).toBeLessThanOrEqual(before.oldest)
          for (const [urutan, pesan] of before.pesan) expect(after.pesan.get(urutan)?.rev).toBeGreaterThanOrEqual(pesan.rev)
          if (before.status === 'completed') expect(after.status).toBe('completed')
        })
      }),
    )
  })

  test('folding the same answer twice changes nothing', () => {
    const server = new FakeServer()
    const opened = openThread(server.newest(PER_PAGE))
    server.send(DOKTER)
    server.send(PASIEN)
    const page = server.since(opened.rev, PER_PAGE)
    const once = foldSince(opened, page, opened.rev)
    expect(foldSince(once, page, opened.rev)).toEqual(once)
  })

  test('an answer that begins after what was seen does not hide the hole before it', () => {
    const server = new FakeServer()
    const opened = openThread(server.newest(PER_PAGE))
    server.send(DOKTER)
    const second = server.send(DOKTER)
    const thread = foldSince(opened, server.since(1, PER_PAGE), 1)
    expect(thread.pesan.get(2)).toEqual(second)
    expect(thread.rev).toBe(opened.rev)
  })

  test('a page that does not reach what is loaded leaves it where it begins', () => {
    const server = new FakeServer()
    for (let i = 0; i < 9; i++) server.send(DOKTER)
    const thread = foldPage(openThread(server.newest(PER_PAGE)), server.before(4, PER_PAGE))
    expect(loadedPesan(thread).map((pesan) => pesan.urutan)).toEqual([7, 8, 9])
  })

  test('a change far above is known but not shown until its surroundings are loaded', () => {
    const server = new FakeServer()
    for (let i = 0; i < 9; i++) server.send(DOKTER)
    const opened = openThread(server.newest(PER_PAGE))
    server.remove(2)
    const changed = catchUp(server, opened)
    expect(loadedPesan(changed).map((pesan) => pesan.urutan)).toEqual([7, 8, 9])
    const older = foldPage(foldPage(changed, server.before(7, PER_PAGE)), server.before(4, PER_PAGE))
    expect(loadedPesan(older)[1]?.dihapus_pada).not.toBeNull()
    expect(hasOlder(older)).toBe(false)
  })

  test('the one whose pesan arrives is no longer typing', () => {
    const server = new FakeServer()
    server.mengetik = [DOKTER]
    const opened = openThread(server.newest(PER_PAGE))
    expect(foldPesan(opened, server.send(DOKTER)).mengetik).toEqual([])
  })
})
