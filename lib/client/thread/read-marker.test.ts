import { afterEach, expect, test, vi } from 'vitest'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { createReadMarker } from './read-marker'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'
import { createThreadStore } from './thread-store'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A page that has only the newest two of five unread pesan, and what it tells the server when it has seen those two. */
async function toldAfterSeeing(prepare: (server: FakeServer) => Response | null): Promise<string[]> {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { onLine: true })
  const server = new FakeServer()
  for (let i = 0; i < 5; i++) server.send(DOKTER)
  const konsultasi = { id: 'konsultasi_1', status: 'active' } as KonsultasiView
  const store = createThreadStore({ konsultasi, page: server.newest(2), penggunaId: PASIEN })
  let first = prepare(server)
  const told: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    if (method !== 'GET') told.push(`${path.replace('/api/v1', '')} ${body ?? ''}`.trim())
    const answer = first ?? new Response('{}', { status: 503 })
    first = null
    return answer
  })
  if (first) await store.catchUp()
  const marker = createReadMarker(store, PASIEN)
  marker.saw([4, 5])
  await vi.advanceTimersByTimeAsync(300)
  marker.close()
  return told
}

test('what was never loaded is not marked as read along with what was seen', async () => {
  expect(await toldAfterSeeing(() => null)).toEqual(['/pesan/pesan_4/dibaca'])
})

test('a count that lags behind the pesan does not make three unknown ones read', async () => {
  // The head of a long answer: three new unread pesan are in it, the count of all eight is not.
  const told = await toldAfterSeeing((server) => {
    for (let i = 0; i < 4; i++) server.send(DOKTER)
    return Response.json({ success: true, message: '', ...server.since(5, 3) })
  })
  expect(told.filter((line) => line.includes('mark-all-read'))).toEqual([])
})
