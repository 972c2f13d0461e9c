'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { pageSrc, type Shown } from '@/app/_jenis/shared/shown'
import { useLowData } from '@/app/_jenis/shared/use-low-data'
import { useViewer } from '@/app/_jenis/viewer/viewer-context'
import { Icon } from '@/app/_ui/icon'
import styles from './file-body.module.css'
import { FileCard } from './file-card'

/** A PDF in a bubble: how its first page looks, which opens all of them, and the file itself. */
export function FileBody({ shown }: { shown: Shown }) {
  return (
    <div className={styles.stack}>
      <Look shown={shown} />
      <FileCard shown={shown} />
    </div>
  )
}

/** It has its size from the start, also while the file is only on this device, and where nothing is fetched because data is dear. */
function Look({ shown: { key, nama, asal } }: { shown: Shown }) {
  const t = useTranslations('lampiran.berkas')
  const open = useViewer()
  const lowData = useLowData()
  const [state, setState] = useState<'wanted' | 'loaded' | 'failed'>('wanted')
  if (!asal || !open)
    return (
      <span className={styles.look}>
        <Icon name="file" />
      </span>
    )
  return (
    <button type="button" className={styles.look} aria-haspopup="dialog" onClick={(event) => open(key, event.currentTarget)}>
      {state !== 'loaded' && (
        <span className={styles.ask} aria-hidden="true">
          <Icon name="file" />
          {t('lihatSingkat')}
        </span>
      )}
      {lowData === false && state !== 'failed' && (
        // biome-ignore lint/performance/noImgElement: private bytes, checked on each request, must not pass through a shared optimizer
        <img
          className={styles.page}
          data-loaded={state === 'loaded' || undefined}
          loading="lazy"
          src={pageSrc(asal, 1, 'thumb')}
          alt=""
          decoding="async"
          draggable={false}
          onLoad={() => setState('loaded')}
          onError={() => setState('failed')}
        />
      )}
      <span className="visually-hidden">{t('lihat', { nama })}</span>
    </button>
  )
}
