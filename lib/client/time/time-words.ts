import { calendarOf, daysBetween } from './calendar'
import { aheadOf, wallTime, zoneName } from './wall-clock'

export type TimeFormat = 'time' | 'date' | 'day' | 'full' | 'brief' | 'ago'

/** For whom an instant is put into words. */
interface Reader {
  readonly locale: string
  readonly zone: string
  /** In milliseconds: what `brief` and `ago` are counted from. */
  readonly now: number
}

interface Words {
  readonly months: readonly string[]
  readonly days: readonly string[]
  readonly date: (day: number, month: string, year?: number) => string
  /** Between hour and minute. */
  readonly colon: string
  readonly just: string
  readonly yesterday: string
  readonly since: (count: number, unit: 'minute' | 'hour' | 'day') => string
}

/** Words of our own instead of `Intl`'s, whose tables take a phone as long to load as thirty pesan to draw. Short ones are the first three letters. */
const WORDS: Readonly<Record<'id' | 'en', Words>> = {
  id: {
    months: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
    days: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
    date: (day, month, year) => `${day} ${month}${year ? ` ${year}` : ''}`,
    colon: '.',
    just: 'baru saja',
    yesterday: 'kemarin',
    since: (count, unit) => `${count} ${{ minute: 'menit', hour: 'jam', day: 'hari' }[unit]} yang lalu`,
  },
  en: {
    months: 'January February March April May June July August September October November December'.split(' '),
    days: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
    date: (day, month, year) => `${month} ${day}${year ? `, ${year}` : ''}`,
    colon: ':',
    just: 'just now',
    yesterday: 'yesterday',
    since: (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'} ago`,
  },
}

/**
 * An instant in words for a reader, in Indonesia's zones the same on the server as in every browser. `time` is 09.08, `date` 22 November 2026, `day` that with its
 * day of the week, `full` date and time with the zone (WIB, WITA, WIT); `brief` is what a list needs (today the time, within a week the day,
 * else the date); `ago` how long since.
 */
export function formatTime(iso: string, format: 'time' | 'date' | 'day' | 'full', reader: Omit<Reader, 'now'>): string
export function formatTime(iso: string, format: TimeFormat, reader: Reader): string
export function formatTime(
  iso: string,
  format: TimeFormat,
  { locale, zone, now = 0 }: Omit<Reader, 'now'> & { readonly now?: number },
): string {
  const words = WORDS[locale === 'en' ? 'en' : 'id']
  if (format === 'ago') return ago(now - Date.parse(iso), words)
  const at = new Date(iso)
  const wall = wallTime(at, aheadOf(zone))
  const { months, days, colon } = words
  const [month = '', weekday = ''] = [months[wall.getUTCMonth()], days[wall.getUTCDay()]]
  const time = wall.toISOString().slice(11, 16).replace(':', colon)
  const [day, year] = [wall.getUTCDate(), wall.getUTCFullYear()]
  const date = words.date(day, month, year)
  switch (format) {
    case 'time':
      return time
    case 'date':
      return date
    case 'day':
      return `${weekday}, ${date}`
    case 'full':
      return `${date}, ${time} ${zoneName(zone, at)}`
    case 'brief': {
      const daysSince = daysBetween(iso, new Date(now).toISOString(), calendarOf(zone))
      if (daysSince === 0) return time
      if (daysSince > 0 && daysSince < 7) return weekday.slice(0, 3)
      return words.date(day, month.slice(0, 3), daysSince > 300 ? year : undefined)
    }
  }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function ago(past: number, { just, yesterday, since }: Words): string {
  if (past < MINUTE) return just
  if (past < HOUR) return since(Math.trunc(past / MINUTE), 'minute')
  if (past < DAY) return since(Math.trunc(past / HOUR), 'hour')
  return past < 2 * DAY ? yesterday : since(Math.trunc(past / DAY), 'day')
}
