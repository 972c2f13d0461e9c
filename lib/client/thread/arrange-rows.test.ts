import { describe, expect, test } from 'vitest'
import type { PesanView } from '@/lib/contract/pesan'
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

  const picture = (pengirim: string, dibuat_pada: string, more: object = {}): ThreadRow => {
    const one = row(pengirim, dibuat_pada)
    const lampiran = { id: 'lampiran_1', tipe: 'image' as const, nama: 'a.jpg', ukuran: 1, mime: 'image/jpeg' }
    return { ...one, pesan: { ...(one.pesan as PesanView), lampiran, ...more }, entry: null }
  }
  const albumsOf = (rows: readonly ThreadRow[], unread: number | null = null) =>
    arrangeRows(rows, 'UTC', unread).flatMap((item) => (item.kind === 'row' ? [item.album ?? '-'] : []))

  test('pictures of one person that came one after the other make an album, across the edge of a minute too', () => {
    const five = ['08:58', '08:59', '09:01', '09:02', '09:03'].map((at) => picture(DOKTER, `2026-11-22T09:${at}.000Z`))
    expect(albumsOf(five)).toEqual(['kiri', 'kanan', 'kiri', 'kanan', 'lebar'])
    expect(albumsOf(five.slice(0, 2))).toEqual(['kiri', 'kanan'])
    expect(albumsOf(five.slice(0, 1))).toEqual(['-'])
  })

  test('an album ends with somebody else, with words, with a minute without one, with what was deleted, and where unread ones begin', () => {
    const [at, later] = ['2026-11-22T09:08:01.000Z', '2026-11-22T09:09:01.000Z']
    expect(albumsOf([picture(DOKTER, at), picture(PASIEN, at)])).toEqual(['-', '-'])
    expect(albumsOf([picture(DOKTER, at), row(DOKTER, at), picture(DOKTER, at)])).toEqual(['-', '-', '-'])
    expect(albumsOf([picture(DOKTER, at), picture(DOKTER, later)])).toEqual(['-', '-'])
    expect(albumsOf([picture(DOKTER, at), picture(DOKTER, at, { lampiran: null, dihapus_pada: at }), picture(DOKTER, at)])).toEqual([
      '-',
      '-',
      '-',
    ])
    const two = [picture(DOKTER, at), picture(DOKTER, at)]
    expect(albumsOf(two, two[1]?.pesan?.urutan)).toEqual(['-', '-'])
  })
})
