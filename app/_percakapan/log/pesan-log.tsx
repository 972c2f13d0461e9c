'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useBisa, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { PesanActionsContext } from '@/app/_percakapan/context/pesan-actions-context'
import { keyOf, useRows, useUnread } from '@/app/_percakapan/context/use-rows'
import { useTool } from '@/app/_percakapan/dialogs/tools'
import { EmptyState } from '@/app/_ui/empty-state'
import { LaterDialog } from '@/app/_ui/later/later-dialog'
import { useZone } from '@/app/_ui/time/clock'
import { later } from '@/lib/client/page/later'
import { arrangeRows } from '@/lib/client/thread/arrange-rows'
import { hasNewer } from '@/lib/client/thread/thread-window'
import styles from './log.module.css'
import { LogEdge } from './log-edge'
import { LogPills } from './log-pills'
import { PesanItems } from './pesan-items'
import { useAddressedPlace, useDestination } from './use-destination'
import { useLogActions } from './use-log-actions'
import { useOneStop } from './use-one-stop'
import { useReadMarks } from './use-read-marks'
import { useReadingPlace } from './use-reading-place'
import { useUnreadLine } from './use-unread-line'

const deleteDialog = later(() => import('@/app/_percakapan/dialogs/delete-dialog').then((part) => part.DeleteDialog))

const logKeys = later(() => import('./log-keys').then((part) => part.pressInLog))

const balasanDialog = later(() => import('@/app/_meja/balasan-form').then((part) => part.BalasanDialog), false)

/** The conversation itself. It is a live region: what is added at its end is told once, what changes in place is not. */
export function PesanLog() {
  const t = useTranslations('percakapan.log')
  const { store } = usePercakapan()
  const rows = useRows()
  const unread = useUnread()
  const live = useThread(({ thread }) => !hasNewer(thread))
  const oldest = useThread(({ thread }) => thread.oldest)
  const startKey = useStartKey(rows, unread)
  const { log, content, atBottom, isAtItsEnd, toBottom, toRow, remember } = useReadingPlace({ rows, startKey, live, onPlace: store.stay })
  const lastIsOwn = live && (rows.at(-1)?.milik ?? false)
  const line = useUnreadLine(log, unread, { looking: atBottom, isAtItsEnd, lastIsOwn, toRow })
  const marked = useDestination(rows, toRow)
  const forgetPlace = useAddressedPlace()
  const { actions, menu, deleting, doneDeleting, making, doneMaking, told } = useLogActions()
  const openTool = useTool()
  useReadMarks(log, unread, rows, isAtItsEnd)
  useOneStop(log, rows)
  const isHistoryComing = useHistoryComing(`${oldest} ${live}`)
  // Only the first page of a device is in another zone than its own: that all of its rows are drawn anew has time.
  const zone = useDeferredValue(useZone())
  const items = useMemo(() => arrangeRows(rows, zone, line), [rows, zone, line])

  function toNewest() {
    forgetPlace()
    store.goToNewest()
    toBottom()
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, target, currentTarget, ctrlKey, altKey, metaKey } = event
    const pressed = { key, target, currentTarget, ctrlKey, altKey, metaKey, preventDefault: () => event.preventDefault() }
    const keys = { store, actions, toNewest, help: () => openTool('pintasan') }
    const press = logKeys.now()
    if (press) return press(pressed, keys)
    // The first key of all: what it means is on its way.
    void logKeys().then(
      (fetched) => fetched(pressed, keys),
      () => undefined,
    )
  }

  return (
    <PesanActionsContext value={actions}>
      <div className={styles.logFrame}>
        <div
          role="log"
          aria-label={t('nama')}
          aria-live={isHistoryComing || !live ? 'off' : 'polite'}
          aria-relevant="additions"
          className={styles.log}
          ref={log}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          onScroll={remember}
          onKeyDown={onKeyDown}
        >
          <div className={styles.content} ref={content}>
            <LogEdge log={log} side="older" />
            {rows.length === 0 ? <Empty /> : <PesanItems items={items} marked={marked} menu={menu} zone={zone} />}
            <LogEdge log={log} side="newer" />
          </div>
        </div>
        <LogPills log={log} unread={unread} line={line} atBottom={atBottom} toNewest={toNewest} />
        <p role="status" className={styles.told}>
          {told}
        </p>
        {making !== null && (
          <LaterDialog
            of={balasanDialog}
            balasan={{ pintasan: '', judul: '', isi: making }}
            open
            onOpenChange={doneMaking}
            onKept={doneMaking}
          />
        )}
        {deleting && <LaterDialog of={deleteDialog} pesan={deleting} open onOpenChange={doneDeleting} />}
      </div>
    </PesanActionsContext>
  )
}

/** Where the reader begins: at the place that the address names, else where unread pesan begin if all of them are loaded, else at the end. */
function useStartKey(rows: Parameters<typeof keyOf>[0], unread: readonly number[]): string | null {
  const destination = useThread((snapshot) => snapshot.destination)
  const allUnreadKnown = useThread((snapshot) => unread.length >= snapshot.thread.unread)
  return keyOf(rows, destination?.urutan) ?? (allUnreadKnown ? keyOf(rows, unread[0]) : null)
}

function Empty() {
  const t = useTranslations('percakapan.log')
  const bisa = useBisa()
  return <EmptyState title={t('kosong')}>{bisa.kirim && <p>{t('kosongUraian')}</p>}</EmptyState>
}

/** Browsers tell screen readers about additions a moment after they were made, in milliseconds. */
const SETTLE_MS = 600

/** True in the very rendering in which `window` changed, and a moment longer: what history brings into view is no news. */
function useHistoryComing(window: string): boolean {
  const [settled, setSettled] = useState(window)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(window), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [window])
  return settled !== window
}
