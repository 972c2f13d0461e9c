'use client'

import { useLocale, useTranslations } from 'next-intl'
import styles from '@/app/_percakapan/percakapan.module.css'
import { useMinute } from '@/app/_ui/time/clock'
import { calendarOf, daysBetween } from '@/lib/client/time/calendar'
import { formatTime } from '@/lib/client/time/time-words'

/** The line where a new day begins, in the reader's zone. */
export function DayLine({ iso, zone }: { iso: string; zone: string }) {
  const t = useTranslations('percakapan.log')
  const locale = useLocale()
  const now = useMinute()
  const days = daysBetween(iso, new Date(now).toISOString(), calendarOf(zone))
  return (
    <li className={styles.day}>
      <span suppressHydrationWarning>
        {days === 0 ? t('hariIni') : days === 1 ? t('kemarin') : formatTime(iso, 'day', { locale, zone, now })}
      </span>
    </li>
  )
}
