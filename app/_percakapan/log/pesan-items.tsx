'use client'

import { useTranslations } from 'next-intl'
import { memo, useCallback } from 'react'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import styles from '@/app/_percakapan/percakapan.module.css'
import { PesanRow } from '@/app/_percakapan/pesan/pesan-row'
import type { Item } from '@/lib/client/thread/arrange-rows'
import { DayLine } from './day-line'

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
            zone={zone}
            onRetry={retry}
            onDiscard={discard}
          />
        )
      })}
    </ol>
  )
})
