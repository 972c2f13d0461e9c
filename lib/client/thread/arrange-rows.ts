import { calendarOf } from '@/lib/client/time/calendar'
import type { ThreadRow } from './merge-thread'

/** One line of the conversation as it is drawn. */
export type Item =
  | { readonly kind: 'day'; readonly key: string; readonly iso: string }
  | { readonly kind: 'unread' | 'gap'; readonly key: string }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly row: ThreadRow
      readonly iso: string
      readonly first: boolean
      readonly last: boolean
      /** Of pictures that came together: where it stands among them, two beside each other and a last one that is alone. */
      readonly album?: 'kiri' | 'kanan' | 'lebar' | undefined
    }

/** Milliseconds between two pictures that came together. */
const TOGETHER_MS = 60_000

/**
 * Rows with a line before each new day of the reader's zone, before the first unread pesan (`unreadFrom`, an `urutan`), and where pesan
 * are missing that are still on their way; what one person wrote within a minute hangs together, from its `first` to its `last`, and pictures
 * of one person that came one after the other make an album.
 */
export function arrangeRows(rows: readonly ThreadRow[], zone: string, unreadFrom: number | null): Item[] {
  const dayOf = calendarOf(zone)
  const marked = rows.map((row) => ({ row, iso: timeOf(row), day: dayOf(timeOf(row)), unread: startsUnread(row, unreadFrom) }))
  const follows = (index: number, isNear: (a: string, b: string) => boolean) => {
    const [a, b] = [marked[index - 1], marked[index]]
    return (
      a !== undefined &&
      b !== undefined &&
      !b.unread &&
      !hasGap(a.row, b.row) &&
      a.day === b.day &&
      senderOf(a.row) === senderOf(b.row) &&
      isNear(a.iso, b.iso)
    )
  }
  const joins = (index: number) => follows(index, sameMinute)
  const shares = (index: number) => isPicture(rows[index - 1]) && isPicture(rows[index]) && follows(index, cameTogether)
  let nth = 0
  const albumOf = (index: number) => {
    nth = shares(index) ? nth + 1 : 0
    const isLast = !shares(index + 1)
    return nth % 2 === 1 ? 'kanan' : !isLast ? 'kiri' : nth > 0 ? 'lebar' : undefined
  }
  return marked.flatMap(({ row, iso, day, unread }, index) => [
    ...(hasGap(marked[index - 1]?.row, row) ? [{ kind: 'gap' as const, key: `gap ${row.key}` }] : []),
    ...(day === marked[index - 1]?.day ? [] : [{ kind: 'day' as const, key: `hari ${day} ${row.key}`, iso }]),
    ...(unread ? [{ kind: 'unread' as const, key: 'belum dibaca' }] : []),
    { kind: 'row' as const, key: row.key, row, iso, first: !joins(index), last: !joins(index + 1), album: albumOf(index) },
  ])
}

const timeOf = ({ pesan, entry }: ThreadRow) => pesan?.dibuat_pada ?? new Date(entry?.disusun_pada ?? 0).toISOString()
const startsUnread = ({ pesan }: ThreadRow, unreadFrom: number | null) => pesan !== null && pesan.urutan === unreadFrom
const hasGap = (a: ThreadRow | undefined, b: ThreadRow) => a?.pesan != null && b.pesan !== null && b.pesan.urutan !== a.pesan.urutan + 1
const senderOf = (row: ThreadRow) => (row.milik ? '' : row.pesan?.pengirim.id)
const isPicture = (row: ThreadRow | undefined) =>
  (row?.pesan ? row.pesan.lampiran?.tipe : row?.entry?.berkas?.tipe) === 'image' && !row?.pesan?.dihapus_pada
const cameTogether = (a: string, b: string) => Math.abs(Date.parse(b) - Date.parse(a)) < TOGETHER_MS
const sameMinute = (a: string, b: string) => a.slice(0, 16) === b.slice(0, 16)
