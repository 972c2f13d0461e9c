'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { hasOlder } from '@/lib/client/thread'
import styles from './percakapan.module.css'
import { usePercakapan, useThread } from './percakapan-context'
import { useAwake } from './use-browser'

/** The upper end of what is loaded: loads more when it comes near, and has a button for those who do not scroll. */
export function OlderPesan({ log }: { log: RefObject<HTMLElement | null> }) {
  const t = useTranslations('percakapan.log')
  const { store } = usePercakapan()
  const more = useThread((snapshot) => hasOlder(snapshot.thread))
  const oldest = useThread((snapshot) => snapshot.thread.oldest)
  const state = useThread((snapshot) => snapshot.older)
  const awake = useAwake()
  const end = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: observed anew after each page, which may have been too short to leave the view
  useEffect(() => {
    if (!end.current || state !== 'idle' || !more) return
    const load = ([entry]: IntersectionObserverEntry[]) => void (entry?.isIntersecting && store.loadOlder())
    const observer = new IntersectionObserver(load, { root: log.current, rootMargin: '500px 0px 0px 0px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [more, oldest, state, log, store])

  if (!more) return null
  return (
    <div className={styles.older} ref={end}>
      {state === 'failed' && <p>{t('gagalMemuat')}</p>}
      <Button variant="quiet" size="sm" disabled={!awake} busy={state === 'loading'} onClick={() => void store.loadOlder()}>
        {t(state === 'failed' ? 'cobaLagi' : state === 'loading' ? 'memuat' : 'sebelumnya')}
      </Button>
    </div>
  )
}
