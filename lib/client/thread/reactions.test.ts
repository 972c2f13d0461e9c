import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Emoji } from '@/lib/domain/pesan'
import { createReactions, reactionsTo } from './reactions'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'

const pesan = new FakeServer().send(DOKTER)

/** A server whose answers wait until they are let go. */
function slowServer() {
  const asked: (Emoji | null)[] = []
  const waiting: ((response: Response) => void)[] = []
  vi.stubGlobal('fetch', (_: string, { body }: RequestInit) => {
    asked.push(body ? (JSON.parse(String(body)) as { emoji: Emoji }).emoji : null)
    return new Promise<Response>((answer) => waiting.push(answer))
  })
  const next = async (response: Response) => {
    await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0))
    waiting.shift()?.(response)
  }
  const accept = () => next(Response.json({ success: true, message: '', data: pesan }))
  const refuse = () =>
    next(Response.json({ success: false, code: 'konsultasi_not_active', message: 'Sudah berakhir.', request_id: 'x' }, { status: 409 }))
  return { asked, accept, refuse }
}

afterEach(() => vi.unstubAllGlobals())

describe('reactions', () => {
  test('are shown before the server has answered, in the place of the own one before', () => {
    const before = {
      ...pesan,
      reaksi: [
        { emoji: '👍' as const, pengguna_id: PASIEN },
        { emoji: '🙏' as const, pengguna_id: DOKTER },
      ],
    }
    const shown = (wish: Emoji | null) => reactionsTo(before, new Map([[pesan.id, wish]]), PASIEN).map(({ emoji }) => emoji)
    expect(shown('✅')).toEqual(['🙏', '✅'])
    expect(shown(null)).toEqual(['🙏'])
    expect(reactionsTo(before, new Map(), PASIEN)).toBe(before.reaksi)
  })

  test('a refusal takes it back, and says why', async () => {
    const server = slowServer()
    const reactions = createReactions({ fold: () => {} })
    reactions.set(pesan, '👍')
    expect(reactions.snapshot().wishes.get(pesan.id)).toBe('👍')
    await server.refuse()
    await vi.waitFor(() => expect(reactions.snapshot().wishes.size).toBe(0))
    expect(reactions.snapshot().trouble).toBe('Sudah berakhir.')
  })

  test('of several choices while one is on its way only the last is sent, and it stands', async () => {
    const server = slowServer()
    const reactions = createReactions({ fold: () => {} })
    reactions.set(pesan, '👍')
    reactions.set(pesan, '❤️')
    reactions.set(pesan, null)
    await server.accept()
    await server.accept()
    await vi.waitFor(() => expect(reactions.snapshot().wishes.size).toBe(0))
    expect(server.asked).toEqual(['👍', null])
  })
})
