'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button } from '@/app/_ui/button'
import { progressOf, subscribeProgress } from '@/lib/client/lampiran/progress'
import styles from './upload-line.module.css'

/** How far a file has come, with the way to stop it. */
export function UploadLine({ clientId, onStop }: { clientId: string; onStop: () => void }) {
  const t = useTranslations('lampiran.unggah')
  const format = useFormatter()
  const fraction = useProgress(clientId)
  const words =
    fraction === null
      ? t('menunggu')
      : fraction < 1
        ? t('jalan', { persen: format.number(fraction, { style: 'percent', maximumFractionDigits: 0 }) })
        : t('memeriksa')
  return (
    <div className={styles.upload}>
      <progress className={styles.bar} aria-label={words} max={1} value={fraction ?? 0} />
      <span className={styles.words}>{words}</span>
      <Button size="sm" variant="quiet" icon="close" onClick={onStop}>
        {t('hentikan')}
      </Button>
    </div>
  )
}

/** How much of this pesan's file has left, from 0 to 1; null while none of it is under way here. */
const useProgress = (clientId: string): number | null => useSyncExternalStore(subscribeProgress, () => progressOf(clientId), unknown)

const unknown = () => null
