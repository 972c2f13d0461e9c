'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useCallback } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { PesanRow } from '@/app/_percakapan/pesan/pesan-row'
import { useMinute } from '@/app/_ui/time/clock'
import type { Item } from '@/lib/client/thread/arrange-rows'
import { calendarOf, daysBetween } from '@/lib/client/time/calendar'
import { formatTime } from '@/lib/client/time/time-words'
import styles from './log.module.css'

interface Props {
  readonly items: readonly Item[]
  /** The key of the row that stands out, and of the one whose menu is open. */
  readonly marked: string | null
  readonly menu: string | null
  /** In which their times are written. */
  readonly zone: string
}

/** The lines of the conversation. */
export const PesanItems = memo(function PesanItems({ items, marked, menu, zone }: Props) {
  const t = useTranslations('percakapan.log')
  const { outbox } = usePercakapan()
  const tanda = useTanda()
  const retry = useCallback((clientId: string) => void outbox?.retry(clientId), [outbox])
  const discard = useCallback((clientId: string) => void outbox?.discard(clientId), [outbox])
  return (
    <ol className={styles.rows}>
      {items.map((item) => {
        if (item.kind === 'day') return <DayLine key={item.key} iso={item.iso} zone={zone} />
        if (item.kind !== 'row')
          return (
            <li key={item.key} className={styles[item.kind]}>
              <span>{t(item.kind)}</span>
            </li>
          )
        const { row, iso, first, last, album } = item
        return (
          <PesanRow
            key={item.key}
            id={item.key}
            pesan={row.pesan}
            entry={row.entry}
            milik={row.milik}
            first={first}
            last={last}
            album={album}
            marked={item.key === marked}
            menuOpen={item.key === menu}
            iso={iso}
            zone={zone}
            tanda={tanda(row.pesan?.id)}
            onRetry={retry}
            onDiscard={discard}
          />
        )
      })}
    </ol>
  )
})

/** What rules saw in each pesan, to its dokter until they acknowledged it. */
function useTanda() {
  const t = useTranslations('bahaya')
  const { me } = usePercakapan()
  const { bahaya = [] } = useThread(({ konsultasi }) => konsultasi)
  return (id?: string) => {
    const waiting = me.peran === 'dokter' ? bahaya.filter((one) => id && one.pesan_id === id && !one.diakui_pada) : []
    return waiting.length > 0 ? t('pesan', { apa: waiting.map((one) => one.kalimat).join(', ') }) : null
  }
}

/** The line where a new day begins, in the reader's zone. */
function DayLine({ iso, zone }: { iso: string; zone: string }) {
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
