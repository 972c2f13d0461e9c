'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { useAwake } from '@/app/_percakapan/context/use-browser'
import { Button } from '@/app/_ui/button'
import { hasNewer, hasOlder } from '@/lib/client/thread/thread-window'
import styles from './log.module.css'

/** An end of what is shown: shows more when it comes near, and has a button for those who do not scroll. */
export function LogEdge({ log, side }: { log: RefObject<HTMLElement | null>; side: 'older' | 'newer' }) {
  const t = useTranslations(`percakapan.log.${side}`)
  const { store } = usePercakapan()
  const more = useThread(({ thread }) => (side === 'older' ? hasOlder(thread) : hasNewer(thread)))
  const edge = useThread(({ thread }) => (side === 'older' ? thread.oldest : thread.newest))
  const state = useThread((snapshot) => snapshot[side])
  const awake = useAwake()
  const end = useRef<HTMLDivElement>(null)
  const load = side === 'older' ? store.loadOlder : store.loadNewer

  // biome-ignore lint/correctness/useExhaustiveDependencies: observed anew after each page, which may have been too short to leave the view
  useEffect(() => {
    if (!end.current || state !== 'idle' || !more) return
    const look = ([entry]: IntersectionObserverEntry[]) => void (entry?.isIntersecting && load())
    const observer = new IntersectionObserver(look, { root: log.current, rootMargin: '600px 0px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [more, edge, state, log, load])

  if (!more) return null
  return (
    <div className={styles.edge} ref={end}>
      {state === 'failed' && <p>{t('gagal')}</p>}
      <Button variant="quiet" size="sm" disabled={!awake} busy={state === 'loading'} onClick={() => void load()}>
        {t(state === 'failed' ? 'cobaLagi' : state === 'loading' ? 'memuat' : 'muat')}
      </Button>
    </div>
  )
}
