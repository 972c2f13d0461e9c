import { aheadOf, wallTime } from './wall-clock'

/** A day of the calendar, `2026-11-25`. */
export type CalendarDay = string

/** Writes the day of an instant (ISO 8601). */
export type DayOf = (iso: string) => CalendarDay

/** The calendar of a zone. */
export function calendarOf(zone: string): DayOf {
  const ahead = aheadOf(zone)
  return (iso) => wallTime(new Date(iso), ahead).toISOString().slice(0, 10)
}

/** Days between two instants (ISO 8601) in this calendar: 0 is the same day. */
export const daysBetween = (from: string, to: string, dayOf: DayOf): number => (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY_MS

const DAY_MS = 86_400_000
