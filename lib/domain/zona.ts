const HOURS_AHEAD = 7
const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/**
 * The clinic's zone: whose days and hours count where nobody has said otherwise, and in which pages show times until the device has said its
 * own. It is as far ahead of UTC all year round.
 */
export const WIB = 'Asia/Jakarta'
export const WIB_OFFSET = `+0${HOURS_AHEAD}:00`

/** The clinic's calendar day at this moment, `YYYY-MM-DD`. */
export const dayInWib = (at: Date): string => new Date(at.getTime() + HOURS_AHEAD * HOUR_MS).toISOString().slice(0, 10)

/** A day this many days later, or earlier. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** An instant of ISO 8601 in UTC as a clock in WIB shows it, with its offset. */
export const inWib = (iso: string): string => new Date(Date.parse(iso) + HOURS_AHEAD * HOUR_MS).toISOString().replace('Z', WIB_OFFSET)
