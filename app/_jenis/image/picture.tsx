'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Shown } from '@/app/_jenis/shared/shown'
import { useLowData } from '@/app/_jenis/shared/use-low-data'
import { useViewer } from '@/app/_jenis/viewer/viewer-context'
import { classes } from '@/app/_ui/classes'
import { Icon } from '@/app/_ui/icon'
import { useOnline } from '@/app/_ui/online'
import { formatSize } from '@/app/_ui/size'
import styles from './picture.module.css'

type State = 'wanted' | 'loaded' | 'failed'

/** A picture in a bubble. It has its final size from the start; it opens in the viewer. */
export function Picture({ shown, dari }: { shown: Shown; dari: string }) {
  const t = useTranslations('lampiran.gambar')
  const open = useViewer()
  const lowData = useLowData()
  const [state, setState] = useState<State | null>(null)
  const online = useOnline()
  // What failed for want of a network comes by itself when there is one.
  useEffect(() => {
    if (online) setState((now) => (now === 'failed' ? 'wanted' : now))
  }, [online])
  const size = fitInBubble(shown)
  const isHere = shown.src.startsWith('blob:')
  // On the server, and while it is not known whether data is dear, nothing is fetched.
  if (state !== 'loaded' && state !== 'wanted' && !isHere && (lowData !== false || state === 'failed'))
    return (
      <Held
        shown={shown}
        size={size}
        asks={lowData === true || state === 'failed'}
        failed={state === 'failed'}
        online={online}
        onAsk={() => setState('wanted')}
      />
    )
  const image = (
    <>
      <Place size={size} />
      {/* biome-ignore lint/performance/noImgElement: private bytes, checked on each request, must not pass through a shared optimizer */}
      <img
        className={styles.image}
        data-loaded={state === 'loaded' || undefined}
        loading="lazy"
        src={shown.thumb}
        alt={t('dari', { dari })}
        decoding="async"
        draggable={false}
        onLoad={() => setState('loaded')}
        onError={() => setState('failed')}
      />
    </>
  )
  if (!open) return <span className={styles.frame}>{image}</span>
  return (
    <button type="button" className={styles.frame} aria-haspopup="dialog" onClick={(event) => open(shown.key, event.currentTarget)}>
      {image}
    </button>
  )
}

interface Size {
  readonly lebar: number
  readonly tinggi: number
}

/** The room that a picture takes, before and after it is there: a small one is not always of quite the same shape as the whole. */
const Place = ({ size }: { size: Size }) => (
  <svg className={styles.place} width={size.lebar} height={size.tinggi} viewBox={`0 0 ${size.lebar} ${size.tinggi}`} aria-hidden="true" />
)

interface HeldProps {
  readonly shown: Shown
  readonly size: Size
  readonly asks: boolean
  readonly failed: boolean
  readonly online: boolean
  readonly onAsk: () => void
}

/** The place of a picture that was not fetched: it has the picture's size, and fetches when it is asked to. */
function Held({ shown, size, asks, failed, online, onAsk }: HeldProps) {
  const t = useTranslations('lampiran.gambar')
  const locale = useLocale()
  if (!asks)
    return (
      <span className={styles.frame}>
        <Place size={size} />
      </span>
    )
  return (
    <button type="button" className={classes(styles.frame, styles.held)} onClick={onAsk}>
      <Place size={size} />
      <span className={styles.ask}>
        <Icon name={failed ? 'retry' : 'image'} />
        <span>{!failed ? t('muat', { ukuran: formatSize(shown.ukuran, locale) }) : online ? t('muatLagi') : t('perluJaringan')}</span>
      </span>
    </button>
  )
}

/** Room for a picture in a bubble, in CSS pixels. */
const BOX = { lebar: 272, tinggi: 320 }
const LEAST = { lebar: 96, tinggi: 64 }

/** How large a picture is drawn in a bubble: known before its first byte, so that nothing jumps when it comes. */
function fitInBubble({ lebar, tinggi }: Partial<Size>): Size {
  if (!lebar || !tinggi) return { lebar: BOX.lebar, tinggi: Math.round(BOX.lebar * 0.75) }
  const scale = Math.min(1, BOX.lebar / lebar, BOX.tinggi / tinggi)
  return { lebar: Math.max(LEAST.lebar, Math.round(lebar * scale)), tinggi: Math.max(LEAST.tinggi, Math.round(tinggi * scale)) }
}
