import type { CursorPagination } from '@/lib/contract/envelope'
import { type TimeCursor, writeTimeCursor } from '@/lib/contract/fields'

/** A page of a list that goes by (time, id). */
export interface TimedPage<View> {
  readonly data: View[]
  readonly pagination: CursorPagination
}

/** Cuts a page out of rows that were asked for with one more than it shows; that one only tells whether there is a next page. */
export function pageOf<Row>(rows: Row[], per_page: number, cursorOf: (row: Row) => TimeCursor) {
  const shown = rows.slice(0, per_page)
  const last = rows.length > per_page ? shown.at(-1) : undefined
  return { shown, pagination: { per_page, next_cursor: last ? writeTimeCursor(cursorOf(last)) : null } }
}
