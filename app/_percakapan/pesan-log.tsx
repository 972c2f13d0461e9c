'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { useZone } from '@/app/_ui/clock'
import { EmptyState } from '@/app/_ui/empty-state'
import { arrangeRows, type Item } from '@/lib/client/arrange-rows'
import { mergeThread, type Row } from '@/lib/client/merge-thread'
import { unreadOf } from '@/lib/client/read-marks'
import { loadedPesan } from '@/lib/client/thread'
import type { PesanView } from '@/lib/contract/pesan'
import { DayLine } from './day-line'
import { DeleteDialog } from './delete-dialog'
import { LogPills } from './log-pills'
import { OlderPesan } from './older-pesan'
import styles from './percakapan.module.css'
import { useBisa, useOutbox, usePercakapan, useThread } from './percakapan-context'
import { PesanRow } from './pesan-row'
import { useReadMarks } from './use-read-marks'
import { useReadingPlace } from './use-reading-place'
import { useUnreadLine } from './use-unread-line'

/** The conversation itself. It is a live region: what is added is told once, what changes in place is not. */
export function PesanLog() {
  const t = useTranslations('percakapan.log')
  const rows = useRows()
  const unread = useUnread()
  const loadingOlder = useThread((snapshot) => snapshot.older === 'loading')
  // All that is unread is loaded: the reader begins there. Else at the end, with a way up.
  const allUnreadLoaded = useThread((snapshot) => unread.length >= snapshot.thread.unread)
  const { log, content, atBottom, toBottom, remember } = useReadingPlace(rows, allUnreadLoaded ? keyOf(rows, unread[0]) : null)
  const line = useUnreadLine(unread, atBottom, rows.at(-1)?.milik ?? false)
  useReadMarks(log, unread)
  const zone = useZone()
  const items = useMemo(() => arrangeRows(rows, zone, line), [rows, zone, line])
  return (
    <div className={styles.logFrame}>
      <div
        role="log"
        aria-label={t('nama')}
        aria-live={loadingOlder ? 'off' : 'polite'}
        aria-relevant="additions"
        className={styles.log}
        ref={log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={remember}
      >
        <div className={styles.content} ref={content}>
          <OlderPesan log={log} />
          {rows.length === 0 ? <Empty /> : <Items items={items} />}
        </div>
      </div>
      <LogPills
        log={log}
        rows={rows}
        line={unread.length > 0 ? keyOf(rows, line ?? undefined) : null}
        atBottom={atBottom}
        toBottom={toBottom}
      />
    </div>
  )
}

function useRows(): readonly Row[] {
  const { saya } = usePercakapan()
  const pesan = useThread((snapshot) => snapshot.thread.pesan)
  const oldest = useThread((snapshot) => snapshot.thread.oldest)
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const outbox = useOutbox()
  return useMemo(
    () =>
      mergeThread(
        { pesan, oldest },
        outbox.filter((entry) => entry.konsultasi_id === konsultasiId),
        saya.id,
      ),
    [pesan, oldest, konsultasiId, outbox, saya.id],
  )
}

/** The `urutan` of the loaded pesan that this person has not read. */
function useUnread(): readonly number[] {
  const { saya } = usePercakapan()
  const pesan = useThread((snapshot) => snapshot.thread.pesan)
  const oldest = useThread((snapshot) => snapshot.thread.oldest)
  return useMemo(() => unreadOf(loadedPesan({ pesan, oldest }), saya.id).map((one) => one.urutan), [pesan, oldest, saya.id])
}

const keyOf = (rows: readonly Row[], urutan: number | undefined): string | null =>
  urutan === undefined ? null : (rows.find((row) => row.pesan?.urutan === urutan)?.key ?? null)

function Empty() {
  const t = useTranslations('percakapan.log')
  const bisa = useBisa()
  return <EmptyState title={t('kosong')}>{bisa.kirim && <p>{t('kosongUraian')}</p>}</EmptyState>
}

function Items({ items }: { items: readonly Item[] }) {
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
          if (item.kind === 'unread')
            return (
              <li key={item.key} className={styles.unread}>
                <span>{t('belumDibaca')}</span>
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
