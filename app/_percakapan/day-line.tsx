'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMinute, useZone } from '@/app/_ui/clock'
import { calendarOf, daysBetween } from '@/lib/client/calendar'
import styles from './percakapan.module.css'

/** The line where a new day begins, in the reader's zone. */
export function DayLine({ iso }: { iso: string }) {
  const t = useTranslations('percakapan.log')
  const locale = useLocale()
  const zone = useZone()
  const now = useMinute()
  const days = daysBetween(iso, new Date(now).toISOString(), calendarOf(zone))
  return (
    <li className={styles.day}>
      <span suppressHydrationWarning>{days === 0 ? t('hariIni') : days === 1 ? t('kemarin') : dateOf(iso, locale, zone)}</span>
    </li>
  )
}

const dateOf = (iso: string, locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(iso))
