/**
 * The clinic's zone, WIB: the days of deadlines, of numbers and of dates without a zone are its days, and pages show times in it until the
 * device has said its own. One without daylight saving time: it is as far ahead of UTC in every season.
 */
export const ZONA_KLINIK = 'Asia/Jakarta'
const HOURS_AHEAD = 7
export const OFFSET_KLINIK = `+0${HOURS_AHEAD}:00`

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** The clinic's calendar day at this moment, `YYYY-MM-DD`. */
export const dayAtKlinik = (at: Date): string => new Date(at.getTime() + HOURS_AHEAD * HOUR_MS).toISOString().slice(0, 10)

/** A day this many days later, or earlier. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
