'use client'

import { useTranslations } from 'next-intl'
import { type Ref, useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useOnline } from '@/app/_ui/online'
import { Spinner } from '@/app/_ui/spinner'
import styles from './viewer.module.css'

/** The picture that is looked at, or why it is not there; it comes by itself when the network is back. */
export function PictureImage({ ref, src, alt }: { ref: Ref<HTMLImageElement>; src: string; alt: string }) {
  const t = useTranslations('lampiran.gambar')
  const online = useOnline()
  const [state, setState] = useState<'wanted' | 'loaded' | 'failed'>('wanted')
  useEffect(() => {
    if (online) setState((now) => (now === 'failed' ? 'wanted' : now))
  }, [online])
  if (state === 'failed')
    return (
      <div className={styles.failed}>
        <p role="status">{t(online ? 'gagal' : 'perluJaringan')}</p>
        <Button icon="retry" onClick={() => setState('wanted')}>
          {t('muatLagi')}
        </Button>
      </div>
    )
  return (
    <>
      {state === 'wanted' && <Spinner className={styles.loading} />}
      {/* biome-ignore lint/performance/noImgElement: private bytes, checked on each request, must not pass through a shared optimizer */}
      <img
        ref={ref}
        className={styles.image}
        data-loaded={state === 'loaded' || undefined}
        src={src}
        alt={alt}
        draggable={false}
        onLoad={() => setState('loaded')}
        onError={() => setState('failed')}
      />
    </>
  )
}
