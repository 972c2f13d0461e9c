import { WIB_MS } from './zona'

const DAY_MS = 24 * 60 * 60 * 1000

/** The clinic's calendar day at this moment, `YYYY-MM-DD` in WIB: UTC+7 all year round. */
export const dayInWib = (at: Date): string => new Date(at.getTime() + WIB_MS).toISOString().slice(0, 10)

/** So many days after a day, or before it. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
