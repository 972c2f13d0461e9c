'use client'

import { useLocale } from 'next-intl'
import { formatTime, type TimeFormat } from '@/lib/client/time/time-words'
import { useMinute, useZone } from './clock'

/** An ISO instant as a `<time>` in the reader's own zone (WIB until the page has woken up); the full date is its tooltip. */
export function Time({ iso, format = 'full', className }: { iso: string; format?: TimeFormat; className?: string }) {
  const reader = { locale: useLocale(), zone: useZone(), now: useMinute() }
  return (
    // Outside of Indonesia the device's table of zones may be older than the server's: no reason to build the page anew.
    <time
      className={className}
      dateTime={iso}
      title={format === 'full' ? undefined : formatTime(iso, 'full', reader)}
      suppressHydrationWarning
    >
      {formatTime(iso, format, reader)}
    </time>
  )
}
