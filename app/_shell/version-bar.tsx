'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { outboxOf } from '@/lib/client/outbox/outbox-browser'
import { onBuild, otherBuild } from '@/lib/client/page/build'
import { isQuiet } from '@/lib/client/page/quiet'
import { adviceFor } from '@/lib/client/page/version-watch'
import styles from './confirm-bar.module.css'

/** The build for which this tab was loaded anew. */
const RELOADED_KEY = 'sapa:muat-ulang'

/** Milliseconds between two looks. */
const LOOK_MS = 15_000

/** Watches what is to be done about another build, once there is one. Needs `umum`. */
export function VersionBar({ penggunaId }: { penggunaId: string }) {
  const t = useTranslations('umum.versiBaru')
  const [isTold, setTold] = useState(false)
  useEffect(() => watchVersion(penggunaId, setTold), [penggunaId])
  if (!isTold) return null
  return (
    <aside className={styles.bar} aria-label={t('nama')}>
      <p className={styles.words}>{t('ada')}</p>
      <Button size="sm" icon="retry" onClick={() => location.reload()}>
        {t('muat')}
      </Button>
    </aside>
  )
}

function watchVersion(penggunaId: string, tell: (isTold: boolean) => void): () => void {
  let [other, since, touchedAt] = [otherBuild(), Date.now(), Date.now()]

  const look = () => {
    const quiet = isQuiet() && outboxOf(penggunaId).snapshot().length === 0
    const hidden = document.visibilityState === 'hidden'
    const advice = adviceFor({ now: Date.now(), other, since, reloadedFor: reloadedFor(), hidden, touchedAt, quiet })
    if (advice === 'reload') reloadFor(other)
    else tell(advice === 'tell')
  }
  const hear = () => {
    ;[other, since] = [otherBuild(), Date.now()]
  }
  const touch = () => {
    touchedAt = Date.now()
  }
  const timer = setInterval(look, LOOK_MS)
  const stop = onBuild(hear)
  for (const sign of SIGNS) addEventListener(sign, touch, { capture: true, passive: true })
  return () => {
    clearInterval(timer)
    stop()
    for (const sign of SIGNS) removeEventListener(sign, touch, true)
  }
}

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

function reloadedFor(): string | null {
  try {
    return sessionStorage.getItem(RELOADED_KEY)
  } catch {
    return null
  }
}

/** Only where it can be remembered: a page that cannot might never come to rest. */
function reloadFor(build: string | null) {
  try {
    sessionStorage.setItem(RELOADED_KEY, build ?? '')
    location.reload()
  } catch {}
}
