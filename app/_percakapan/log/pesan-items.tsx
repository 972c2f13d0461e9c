'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useCallback, useMemo } from 'react'
import { usePercakapan, useReactions, useThread } from '@/app/_percakapan/context/percakapan-context'
import { type OpenMenu, usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { PesanRow } from '@/app/_percakapan/pesan/pesan-row'
import { useLongPress } from '@/app/_percakapan/pesan/use-long-press'
import { useMinute } from '@/app/_ui/time/clock'
import type { Item } from '@/lib/client/thread/arrange-rows'
import { reactionsTo } from '@/lib/client/thread/reactions'
import { calendarOf, daysBetween } from '@/lib/client/time/calendar'
import { formatTime } from '@/lib/client/time/time-words'
import type { PesanView } from '@/lib/contract/pesan'
import styles from './log.module.css'

interface Props {
  readonly items: readonly Item[]
  /** The key of the row that stands out. */
  readonly marked: string | null
  readonly menu: OpenMenu | null
  /** In which their times are written. */
  readonly zone: string
}

/** The lines of the conversation. There are hundreds of rows: what each needs alike is held here, once. */
export const PesanItems = memo(function PesanItems({ items, marked, menu, zone }: Props) {
  const t = useTranslations('percakapan')
  const locale = useLocale()
  const reader = useMemo(() => ({ locale, zone }), [locale, zone])
  const { me, outbox } = usePercakapan()
  const { wishes } = useReactions()
  const { openMenu } = usePesanActions()
  const press = useLongPress(openMenu)
  const tanda = useTanda()
  const retry = useCallback((clientId: string) => void outbox?.retry(clientId), [outbox])
  const discard = useCallback((clientId: string) => void outbox?.discard(clientId), [outbox])
  return (
    <ol className={styles.rows} {...press}>
      {items.map((item) => {
        if (item.kind === 'day') return <DayLine key={item.key} iso={item.iso} zone={zone} />
        if (item.kind !== 'row')
          return (
            <li key={item.key} className={styles[item.kind]}>
              <span>{t(`log.${item.kind}`)}</span>
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
            menu={item.key === menu?.key ? menu : null}
            iso={iso}
            reader={reader}
            reaksi={row.pesan ? reactionsTo(row.pesan, wishes, me.id) : NO_REAKSI}
            tanda={tanda(row.pesan?.id)}
            t={t}
            onRetry={retry}
            onDiscard={discard}
          />
        )
      })}
    </ol>
  )
})

const NO_REAKSI: PesanView['reaksi'] = []

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
