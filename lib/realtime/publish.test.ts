import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { APP } from './gateway/fixtures'

interface Call {
  readonly count: number
  readonly answer: (status: number, body?: string) => void
}

/** A realtime server that answers when the test says so, and what publishes to it. */
async function publishing() {
  const calls: Call[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => calls.push({ count: JSON.parse(body).batch.length, answer: answering(response) }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  vi.resetModules()
  const { port } = server.address() as AddressInfo
  const pusher = { ...APP, cluster: '', host: '127.0.0.1', port, useTls: false, inside: null, embedded: false }
  vi.doMock('@/lib/env', () => ({ env: () => ({ pusher }) }))
  vi.stubGlobal('sapa', undefined)
  const { publish } = await import('./publish')
  const send = (count: number) => {
    for (let n = 0; n < count; n++) publish('Typing', { konsultasi_id: 'k', pengguna_id: 'p' }, [ID])
  }
  return { calls, send }
}

/** A busy machine takes its time with a thousand answers. */
const LATER = { timeout: 10_000 }

/** What waits for a server that does not answer: in its calls, and behind them. */
const KEPT = 1 + 15 * 10 + 1001

const ID = '01940000-0000-7000-8000-000000000001'
const answering =
  (response: ServerResponse) =>
  (status: number, body = '{}') =>
    void response.writeHead(status).end(body)

/** Each as it comes, up to so many. */
async function answerFrom(calls: readonly Call[], first: number, end: number) {
  for (let n = first; n < end; n++) {
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(n))
    calls[n]?.answer(200)
  }
}

test('what comes while a call is under way goes out with the next one; more than fits into one goes beside it', async () => {
  const { calls, send } = await publishing()
  send(1)
  send(9)
  await vi.waitFor(() => expect(calls.map(({ count }) => count)).toEqual([1]))
  send(1)
  // Ten wait now: a call that is not answered does not hold them up.
  await vi.waitFor(() => expect(calls.map(({ count }) => count)).toEqual([1, 10]))
  send(4)
  calls[0]?.answer(200)
  await vi.waitFor(() => expect(calls.map(({ count }) => count)).toEqual([1, 10, 4]))
  await answerFrom(calls, 1, 3)
})

test('never more than sixteen calls are under way at once', async () => {
  const { calls, send } = await publishing()
  send(1 + 10 * 30)
  await vi.waitFor(() => expect(calls).toHaveLength(16))
  calls[0]?.answer(200)
  await vi.waitFor(() => expect(calls).toHaveLength(17))
  await answerFrom(calls, 1, 31)
  expect(calls.reduce((sum, { count }) => sum + count, 0)).toBe(301)
})

test('a server that has had enough gets the same events later, from one call, and loses none', async () => {
  const { calls, send } = await publishing()
  send(21)
  await vi.waitFor(() => expect(calls).toHaveLength(3))
  for (const { answer } of calls) answer(429)
  await vi.waitFor(() => expect(calls).toHaveLength(4), { timeout: 5000 })
  await answerFrom(calls, 3, 6)
  expect(calls.slice(3).reduce((sum, { count }) => sum + count, 0)).toBe(21)
})

test('a refusal is one whatever its status says: too much at once is sent again, a wrong secret is told to the operator', async () => {
  const { calls, send } = await publishing()
  const { log } = await import('@/lib/log')
  const warned = vi.spyOn(log, 'warn')
  send(3)
  await vi.waitFor(() => expect(calls.map(({ count }) => count)).toEqual([1]))
  calls[0]?.answer(200, '{"error":"The secret authentication failed","code":401}')
  await vi.waitFor(() => expect(warned).toHaveBeenCalledWith('realtime did not take an event', expect.objectContaining({ count: 1 })))
  await vi.waitFor(() => expect(calls.map(({ count }) => count)).toEqual([1, 2]))
  calls[1]?.answer(200, '{"error":"Too many requests","code":429}')
  await vi.waitFor(() => expect(calls.map(({ count }) => count)).toEqual([1, 2, 2]), { timeout: 5000 })
  calls[2]?.answer(200)
})

test('while nobody answers, news is dropped rather than kept without end; what is kept goes out as soon as somebody does', async () => {
  const { calls, send } = await publishing()
  send(5000)
  await vi.waitFor(() => expect(calls).toHaveLength(16), LATER)
  let answered = 0
  await vi.waitFor(() => {
    for (; answered < calls.length; answered++) calls[answered]?.answer(200)
    expect(calls.reduce((sum, { count }) => sum + count, 0)).toBe(KEPT)
  }, LATER)
  send(1)
  await answerFrom(calls, answered, answered + 1)
  expect(calls.reduce((sum, { count }) => sum + count, 0)).toBe(KEPT + 1)
})

test('what is refused for good, such as 413 by a proxy, is dropped alone: the next goes out', async () => {
  const { calls, send } = await publishing()
  send(1)
  await vi.waitFor(() => expect(calls).toHaveLength(1), LATER)
  calls[0]?.answer(413)
  await vi.waitFor(() => {
    send(1)
    expect(calls.length).toBeGreaterThan(1)
  }, LATER)
  await answerFrom(calls, 1, calls.length)
})
