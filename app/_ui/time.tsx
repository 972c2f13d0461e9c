'use client'

import { useLocale } from 'next-intl'
import { useMinute, useZone } from './clock'
import { formatTime, type TimeFormat } from './time-format'

/** An ISO instant as a `<time>` in the reader's own zone (WIB until the page has woken up); the full date is its tooltip. */
export function Time({ iso, format = 'full', className }: { iso: string; format?: TimeFormat; className?: string }) {
  const reader = { locale: useLocale(), zone: useZone(), now: useMinute() }
  // The browser's own words for a date may differ from the server's by a dot or a space: that is no reason to build the page anew.
  return (
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
