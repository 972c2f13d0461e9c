import { calendarOf, daysBetween } from '@/lib/client/calendar'

export type TimeFormat = 'time' | 'date' | 'full' | 'brief' | 'ago'

interface Reader {
  locale: string
  zone: string
  /** Milliseconds. */
  now: number
}

/**
 * An instant in words for a reader. `time` is 09.08, `date` 22 November 2026, `full` both and the zone (WIB, WITA, WIT); `brief` is what a list needs (today the time,
 * within a week the day, else the date); `ago` how long since, or until.
 */
export function formatTime(iso: string, format: TimeFormat, { locale, zone, now }: Reader): string {
  const at = new Date(iso)
  const write = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at)
  switch (format) {
    case 'time':
      return write(TIME)
    case 'date':
      return write(DATE)
    case 'full':
      return `${write(DATE)}, ${write(TIME)} ${zoneNames(zone)(at)}`
    case 'brief':
      return write(briefOptions(at, new Date(now), zone))
    case 'ago':
      return ago(at.getTime() - now, locale)
  }
}

/** What a zone is called at an instant: WIB, WITA and WIT in every language, since whoever reads English here lives by the same clocks. */
export function zoneNames(zone: string): (at: Date) => string {
  const words = new Intl.DateTimeFormat('id', { timeZone: zone, timeZoneName: 'short' })
  return (at) => words.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function briefOptions(at: Date, now: Date, zone: string): Intl.DateTimeFormatOptions {
  const days = daysBetween(at.toISOString(), now.toISOString(), calendarOf(zone))
  if (days === 0) return TIME
  if (days > 0 && days < 7) return { weekday: 'short' }
  return { day: 'numeric', month: 'short', ...(days > 300 && { year: 'numeric' }) }
}

function ago(difference: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const size = Math.abs(difference)
  if (size < MINUTE) return words.format(0, 'minute')
  if (size < HOUR) return words.format(Math.trunc(difference / MINUTE), 'minute')
  if (size < DAY) return words.format(Math.trunc(difference / HOUR), 'hour')
  return words.format(Math.trunc(difference / DAY), 'day')
}
