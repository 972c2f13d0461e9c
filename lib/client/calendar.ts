/** A day of the calendar, `2026-11-25`. */
export type Day = string

/** Writes the day of an instant (ISO 8601). */
export type DayOf = (iso: string) => Day

/** The calendar of a zone. */
export function calendarOf(timeZone: string): DayOf {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (iso) => format.format(new Date(iso))
}
