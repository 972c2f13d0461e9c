import type { CursorPage } from '@/lib/contract/envelope'
import { type TimeCursor, writeTimeCursor } from '@/lib/contract/fields'

/** A page of a list that has only one direction. */
export interface TimedPage<View> {
  readonly data: View[]
  readonly pagination: CursorPage
}

/** Cuts a page out of rows that were asked for with one more than it shows; that one only tells whether there is a next page. */
export const pageOf = <Row>(rows: Row[], per_page: number, cursorOf: (row: Row) => TimeCursor) =>
  cutPage(rows, per_page, (row) => writeTimeCursor(cursorOf(row)))

/** The same for a list with a cursor of its own kind. */
export function cutPage<Row>(rows: Row[], per_page: number, writeCursor: (row: Row) => string) {
  const shown = rows.slice(0, per_page)
  const last = rows.length > per_page ? shown.at(-1) : undefined
  return { shown, pagination: { per_page, next_cursor: last === undefined ? null : writeCursor(last) } }
}
