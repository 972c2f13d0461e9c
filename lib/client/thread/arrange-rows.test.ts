import { describe, expect, test } from 'vitest'
import { arrangeRows, type Item } from './arrange-rows'
import type { ThreadRow } from './merge-thread'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'

const server = new FakeServer()
const row = (pengirim: string, dibuat_pada: string): ThreadRow => {
  const pesan = { ...server.send(pengirim), dibuat_pada }
  return { key: pesan.id, milik: pengirim === PASIEN, pesan, entry: null }
}
const drawn = (items: readonly Item[]) =>
  items.map((item) => (item.kind === 'row' ? `${item.first ? '(' : ''}${item.key.slice(6)}${item.last ? ')' : ''}` : item.kind)).join(' ')

describe('arrangeRows', () => {
  test('joins what one person wrote within a minute', () => {
    const rows = [
      row(DOKTER, '2026-11-22T09:08:01.000Z'),
      row(DOKTER, '2026-11-22T09:08:59.999Z'),
      row(DOKTER, '2026-11-22T09:09:00.000Z'),
      row(PASIEN, '2026-11-22T09:09:01.000Z'),
    ]
    expect(drawn(arrangeRows(rows, 'UTC', null))).toBe('day (1 2) (3) (4)')
  })

  test('begins a day at midnight of the reader, not of the server', () => {
    const rows = [row(PASIEN, '2026-11-22T16:59:59.000Z'), row(PASIEN, '2026-11-22T17:00:00.000Z')]
    expect(drawn(arrangeRows(rows, 'Asia/Jakarta', null))).toBe('day (5) day (6)')
    expect(drawn(arrangeRows(rows, 'UTC', null))).toBe('day (5) (6)')
  })

  test('draws the unread line before its pesan, and breaks the group there', () => {
    const rows = [row(DOKTER, '2026-11-22T09:08:01.000Z'), row(DOKTER, '2026-11-22T09:08:02.000Z')]
    expect(drawn(arrangeRows(rows, 'UTC', rows[1]?.pesan?.urutan ?? null))).toBe('day (7) unread (8)')
  })

  test('shows where pesan are missing that are still on their way, and joins nothing over it', () => {
    const [a, , c] = [1, 2, 3].map(() => row(DOKTER, '2026-11-22T09:08:01.000Z'))
    expect(
      drawn(
        arrangeRows(
          [a, c].filter((one) => one !== undefined),
          'UTC',
          null,
        ),
      ),
    ).toBe('day (9) gap (11)')
  })
})
