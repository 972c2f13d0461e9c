/** A day of the calendar, `2026-11-25`. */
export type Day = string

/** Writes the day of an instant (ISO 8601). */
export type DayOf = (iso: string) => Day

const calendars = new Map<string, DayOf>()

/** The calendar of a zone: each is made once, and in the words of a language that the page has loaded anyway, since both cost a phone dearly. */
export function calendarOf(timeZone: string): DayOf {
  const known = calendars.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('id', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const dayOf = (iso: string) => format.format(new Date(iso)).split('/').reverse().join('-')
  calendars.set(timeZone, dayOf)
  return dayOf
}

/** Days between two instants (ISO 8601) in this calendar: 0 is the same day. */
export const daysBetween = (from: string, to: string, dayOf: DayOf): number => (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY_MS

const DAY_MS = 86_400_000
