import { calendarOf, daysBetween } from './calendar'
import { formatTime } from './time-words'
import { zoneName } from './wall-clock'

const WORDS = { id: { today: 'hari ini', tomorrow: 'besok' }, en: { today: 'today', tomorrow: 'tomorrow' } } as const

/** When something opens again, as its reader says it: "besok 08.00 WITA", "Senin, 7 Desember 2026 08.00 WIB". `now` in milliseconds. */
export function opensWords(iso: string, { locale, zone, now }: { locale: string; zone: string; now: number }): string {
  const words = WORDS[locale === 'en' ? 'en' : 'id']
  const days = daysBetween(new Date(now).toISOString(), iso, calendarOf(zone))
  const day = days === 0 ? words.today : days === 1 ? words.tomorrow : formatTime(iso, 'day', { locale, zone })
  return `${day} ${formatTime(iso, 'time', { locale, zone })} ${zoneName(zone, new Date(iso))}`
}
