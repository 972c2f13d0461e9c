'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { unreadUrutan } from '@/app/_percakapan/context/use-rows'
import { Button } from '@/app/_ui/button'
import { endOf, newsAfter } from '@/lib/client/thread/thread'
import { hasNewer } from '@/lib/client/thread/thread-window'
import styles from './log.module.css'

interface Props {
  readonly log: RefObject<HTMLElement | null>
  /** The `urutan` of the known unread pesan, and of the one that the line stands before. */
  readonly unread: readonly number[]
  readonly line: number | null
  readonly atBottom: boolean
  readonly toNewest: () => void
}

/** Over the conversation: the way down, with how much is new there, and the way up to what was not read. */
export function LogPills({ log, unread, line, atBottom, toNewest }: Props) {
  const t = useTranslations('percakapan.log')
  const { store, me } = usePercakapan()
  const news = useNewsSinceLeft(atBottom)
  const above = useIsAbove(log, unread.length > 0 ? line : null)
  const beyond = useIsBeyond(unread)
  return (
    <>
      {(above || beyond) && (
        <Button className={styles.pillUp} size="sm" onClick={() => void store.goToUnread((thread) => unreadUrutan(thread, me.id))}>
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
          onClick={toNewest}
        >
          {news > 0 ? t('pesanBaru', { jumlah: news }) : t('keBawah')}
        </Button>
      )}
      {/* While the conversation's end is not in the page, the log itself has nothing to tell. */}
      <Told jumlah={news} />
    </>
  )
}

function Told({ jumlah }: { jumlah: number }) {
  const t = useTranslations('percakapan.log')
  const live = useThread(({ thread }) => !hasNewer(thread))
  return (
    <span role="status" className="visually-hidden">
      {!live && jumlah > 0 && t('pesanBaru', { jumlah })}
    </span>
  )
}

/** How many pesan of the other side came since the reader left the end. */
function useNewsSinceLeft(atBottom: boolean): number {
  const { me } = usePercakapan()
  const end = useThread((snapshot) => endOf(snapshot.thread))
  const [left, setLeft] = useState(end)
  if (atBottom && left !== end) setLeft(end)
  return useThread((snapshot) => newsAfter(snapshot.thread, left, me.id))
}

/** Is the line above what is in view? */
function useIsAbove(log: RefObject<HTMLElement | null>, line: number | null): boolean {
  const oldest = useThread((snapshot) => snapshot.thread.oldest)
  const [above, setAbove] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a window that begins elsewhere has other rows
  useEffect(() => {
    const row = line === null ? null : log.current?.querySelector(`[data-urutan="${line}"]`)
    if (!row) return setAbove(false)
    const judge = ([entry]: IntersectionObserverEntry[]) =>
      setAbove(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < (entry.rootBounds?.top ?? 0))
    const observer = new IntersectionObserver(judge, { root: log.current })
    observer.observe(row)
    return () => observer.disconnect()
  }, [line, log, oldest])
  return above
}

/** Does something unread lie above the window, loaded or not? */
const useIsBeyond = (unread: readonly number[]): boolean =>
  useThread(({ thread }) => thread.unread > unread.length || (unread[0] ?? thread.oldest) < thread.oldest)
