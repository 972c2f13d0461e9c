'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { useZone } from '@/app/_ui/clock'
import { zoneNames } from '@/app/_ui/time-format'
import type { Item } from '@/lib/client/arrange-rows'
import { DayLine } from './day-line'
import styles from './percakapan.module.css'
import { usePercakapan } from './percakapan-context'
import { PesanRow } from './pesan-row'

interface Props {
  readonly items: readonly Item[]
  /** The key of the row that stands out, and of the one whose menu is open. */
  readonly marked: string | null
  readonly menu: string | null
}

/** The lines of the conversation. */
export function PesanItems({ items, marked, menu }: Props) {
  const t = useTranslations('percakapan.log')
  const { outbox } = usePercakapan()
  const timesOf = useTimes()
  const retry = useCallback((clientId: string) => void outbox?.retry(clientId), [outbox])
  const discard = useCallback((clientId: string) => void outbox?.discard(clientId), [outbox])
  return (
    <ol className={styles.rows}>
      {items.map((item) => {
        if (item.kind === 'day') return <DayLine key={item.key} iso={item.iso} />
        if (item.kind !== 'row')
          return (
            <li key={item.key} className={styles[item.kind]}>
              <span>{t(item.kind)}</span>
            </li>
          )
        const { row, iso, first, last } = item
        return (
          <PesanRow
            key={item.key}
            id={item.key}
            pesan={row.pesan}
            entry={row.entry}
            milik={row.milik}
            first={first}
            last={last}
            marked={item.key === marked}
            menuOpen={item.key === menu}
            iso={iso}
            {...timesOf(iso)}
            onRetry={retry}
            onDiscard={discard}
          />
        )
      })}
    </ol>
  )
}

/** The time of day and the whole date in the reader's zone; the same formatters for all rows. */
function useTimes(): (iso: string) => { readonly clock: string; readonly full: string } {
  const locale = useLocale()
  const timeZone = useZone()
  return useMemo(() => {
    const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
    const clock = new Intl.DateTimeFormat(locale, time)
    const full = new Intl.DateTimeFormat(locale, { ...time, day: 'numeric', month: 'long', year: 'numeric' })
    const zoneAt = zoneNames(timeZone)
    return (iso) => {
      const at = new Date(iso)
      return { clock: clock.format(at), full: `${full.format(at)} ${zoneAt(at)}` }
    }
  }, [locale, timeZone])
}
