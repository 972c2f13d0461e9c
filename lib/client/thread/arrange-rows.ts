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
    }

/**
 * Rows with a line before each new day of the reader's zone, before the first unread pesan (`unreadFrom`, an `urutan`), and where pesan
 * are missing that are still on their way; what one person wrote within a minute hangs together, from its `first` to its `last`.
 */
export function arrangeRows(rows: readonly ThreadRow[], zone: string, unreadFrom: number | null): Item[] {
  const dayOf = calendarOf(zone)
  const marked = rows.map((row) => ({ row, iso: timeOf(row), day: dayOf(timeOf(row)), unread: startsUnread(row, unreadFrom) }))
  const joins = (index: number) => {
    const [a, b] = [marked[index - 1], marked[index]]
    return (
      a !== undefined &&
      b !== undefined &&
      !b.unread &&
      !hasGap(a.row, b.row) &&
      a.day === b.day &&
      senderOf(a.row) === senderOf(b.row) &&
      sameMinute(a.iso, b.iso)
    )
  }
  return marked.flatMap(({ row, iso, day, unread }, index) => [
    ...(hasGap(marked[index - 1]?.row, row) ? [{ kind: 'gap' as const, key: `gap ${row.key}` }] : []),
    ...(day === marked[index - 1]?.day ? [] : [{ kind: 'day' as const, key: `hari ${day} ${row.key}`, iso }]),
    ...(unread ? [{ kind: 'unread' as const, key: 'belum dibaca' }] : []),
    { kind: 'row' as const, key: row.key, row, iso, first: !joins(index), last: !joins(index + 1) },
  ])
}

const timeOf = ({ pesan, entry }: ThreadRow) => pesan?.dibuat_pada ?? new Date(entry?.disusun_pada ?? 0).toISOString()
const startsUnread = ({ pesan }: ThreadRow, unreadFrom: number | null) => pesan !== null && pesan.urutan === unreadFrom
const hasGap = (a: ThreadRow | undefined, b: ThreadRow) => a?.pesan != null && b.pesan !== null && b.pesan.urutan !== a.pesan.urutan + 1
const senderOf = (row: ThreadRow) => (row.milik ? '' : row.pesan?.pengirim.id)
const sameMinute = (a: string, b: string) => a.slice(0, 16) === b.slice(0, 16)
