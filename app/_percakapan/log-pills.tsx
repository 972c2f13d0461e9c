'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import type { Row } from '@/lib/client/merge-thread'
import styles from './percakapan.module.css'
import { scrollToRow } from './use-reading-place'

interface Props {
  readonly log: RefObject<HTMLElement | null>
  readonly rows: readonly Row[]
  /** The row where unread pesan begin. */
  readonly line: string | null
  readonly atBottom: boolean
  readonly toBottom: () => void
}

/** Over the conversation: the way down, with how much is new there, and the way up to what was not read. */
export function LogPills({ log, rows, line, atBottom, toBottom }: Props) {
  const t = useTranslations('percakapan.log')
  const news = useNews(rows, atBottom)
  const above = useIsAbove(log, line)
  return (
    <>
      {line && above && (
        <Button className={styles.pillUp} size="sm" onClick={() => log.current && scrollToRow(log.current, line)}>
          {t('keBelumDibaca')}
        </Button>
      )}
      {!atBottom && (
        <Button
          className={styles.pillDown}
          size="sm"
          variant={news > 0 ? 'primary' : 'secondary'}
          icon="arrow-down"
          iconOnly={news === 0}
          onClick={toBottom}
        >
          {news > 0 ? t('pesanBaru', { jumlah: news }) : t('keBawah')}
        </Button>
      )}
    </>
  )
}

/** How many pesan of the other side came since the reader left the end. */
function useNews(rows: readonly Row[], atBottom: boolean): number {
  const newest = rows.findLast((row) => row.pesan !== null)?.pesan?.urutan ?? 0
  const [left, setLeft] = useState(newest)
  if (atBottom && left !== newest) setLeft(newest)
  return rows.filter((row) => row.pesan && !row.milik && row.pesan.dihapus_pada === null && row.pesan.urutan > left).length
}

function useIsAbove(log: RefObject<HTMLElement | null>, key: string | null): boolean {
  const [above, setAbove] = useState(false)
  useEffect(() => {
    const row = key === null ? null : log.current?.querySelector(`[data-key="${CSS.escape(key)}"]`)
    if (!row) return setAbove(false)
    const judge = ([entry]: IntersectionObserverEntry[]) =>
      setAbove(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < (entry.rootBounds?.top ?? 0))
    const observer = new IntersectionObserver(judge, { root: log.current })
    observer.observe(row)
    return () => observer.disconnect()
  }, [key, log])
  return above
}
