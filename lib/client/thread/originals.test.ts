import { afterEach, expect, test, vi } from 'vitest'
import { createOriginals } from './originals'
import { openThread } from './thread'
import { DOKTER, FakeServer } from './thread-fixtures'

afterEach(() => vi.unstubAllGlobals())

test('a quoted pesan that had no answer is asked for again when the network is back; one that is not there is not', async () => {
  const server = new FakeServer()
  const pesan = server.send(DOKTER)
  const asked: string[] = []
  let isOnline = false
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (path.endsWith('pesan_9')) return Response.json({ success: false, code: 'not_found', message: '', request_id: 'x' }, { status: 404 })
    if (!isOnline) throw new TypeError('Failed to fetch')
    return Response.json({ success: true, data: pesan })
  })
  const fold = vi.fn()
  const originals = createOriginals({ read: () => openThread(new FakeServer().newest(1)), fold })
  originals.want(pesan.id)
  originals.want('pesan_9')
  await vi.waitFor(() => expect([...originals.missing()]).toEqual([pesan.id, 'pesan_9']))
  isOnline = true
  originals.again()
  await vi.waitFor(() => expect(fold).toHaveBeenCalledWith(pesan))
  expect([...originals.missing()]).toEqual(['pesan_9'])
  originals.again()
  expect(asked).toHaveLength(3)
})
