'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { useZone } from '@/app/_ui/clock'
import type { Item } from '@/lib/client/arrange-rows'
import type { PesanView } from '@/lib/contract/pesan'
import { DayLine } from './day-line'
import { DeleteDialog } from './delete-dialog'
import styles from './percakapan.module.css'
import { useBisa, usePercakapan } from './percakapan-context'
import { PesanRow } from './pesan-row'

/** The lines of the conversation. `marked` is the key of the row that stands out. */
export function PesanItems({ items, marked }: { items: readonly Item[]; marked: string | null }) {
  const t = useTranslations('percakapan.log')
  const { outbox } = usePercakapan()
  const bisa = useBisa()
  const clockOf = useClock()
  const [deleting, setDeleting] = useState<PesanView | null>(null)
  const retry = useCallback((clientId: string) => void outbox?.retry(clientId), [outbox])
  const discard = useCallback((clientId: string) => void outbox?.discard(clientId), [outbox])
  return (
    <>
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
              iso={iso}
              clock={clockOf(iso)}
              onDelete={bisa.kirim ? setDeleting : undefined}
              onRetry={retry}
              onDiscard={discard}
            />
          )
        })}
      </ol>
      <DeleteDialog pesan={deleting} onClose={() => setDeleting(null)} />
    </>
  )
}

/** Times of day in the reader's zone; one formatter for all rows. */
function useClock(): (iso: string) => string {
  const locale = useLocale()
  const timeZone = useZone()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
    return (iso) => format.format(new Date(iso))
  }, [locale, timeZone])
}
