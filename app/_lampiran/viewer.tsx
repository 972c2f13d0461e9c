'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { Modal } from '@/app/_ui/modal'
import { Spinner } from '@/app/_ui/spinner'
import type { Viewed } from './shown'
import { useZoom } from './use-zoom'
import styles from './viewer.module.css'
import { ViewerContext } from './viewer-context'

/** Around a conversation: its pictures open above it, one after the other. */
export function Viewer({ pictures, children }: { pictures: readonly Viewed[]; children: ReactNode }) {
  const [key, setKey] = useState<string | null>(null)
  const opener = useRef<HTMLElement>(null)
  const open = useCallback((key: string, element: HTMLElement) => {
    opener.current = element
    setKey(key)
  }, [])
  const index = pictures.findIndex(({ shown }) => shown.key === key)
  const picture = pictures[index]
  const go = (by: number) => {
    const next = pictures[index + by]
    if (next) setKey(next.shown.key)
  }
  return (
    <ViewerContext value={open}>
      {children}
      {/* One that was deleted meanwhile is gone from here too. */}
      {picture && (
        <Screen
          picture={picture}
          place={[index + 1, pictures.length]}
          go={go}
          onClose={() => setKey(null)}
          onClosed={() => opener.current?.focus()}
        />
      )}
    </ViewerContext>
  )
}

interface ScreenProps {
  readonly picture: Viewed
  readonly place: readonly [number, number]
  readonly go: (by: number) => void
  readonly onClose: () => void
  readonly onClosed: () => void
}

function Screen({ picture: { shown, dari, keterangan }, place: [nth, count], go, onClose, onClosed }: ScreenProps) {
  const t = useTranslations('lampiran')
  const umum = useTranslations('umum')
  const titleId = useId()
  const zoom = useZoom(shown.key, go)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = {
      arrowleft: () => go(-1),
      arrowright: () => go(1),
      '+': zoom.closer,
      '=': zoom.closer,
      '-': zoom.further,
      '0': zoom.whole,
    }[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <Modal className={styles.screen} aria-labelledby={titleId} onKeyDown={onKeyDown} onClose={onClose} onClosed={onClosed}>
      <div className={styles.bar}>
        <h2 className={styles.title} id={titleId}>
          {t('gambar.dari', { dari })}
          {count > 1 && <span className={styles.place}> {t('penampil.urutan', { ke: nth, jumlah: count })}</span>}
        </h2>
        <Button variant="quiet" icon="zoom-out" iconOnly aria-disabled={zoom.isWhole || undefined} onClick={zoom.further}>
          {t('penampil.perkecil')}
        </Button>
        <Button variant="quiet" icon="zoom-in" iconOnly onClick={zoom.closer}>
          {t('penampil.perbesar')}
        </Button>
        <a className={styles.download} href={shown.src} download={shown.nama} aria-label={t('penampil.unduh')}>
          <Icon name="download" />
        </a>
        <Button variant="quiet" icon="close" iconOnly onClick={onClose}>
          {umum('tutup')}
        </Button>
      </div>
      <div className={styles.stage} ref={zoom.stage} data-enlarged={!zoom.isWhole || undefined}>
        <Spinner className={styles.loading} />
        {/* biome-ignore lint/performance/noImgElement: private bytes, checked on each request, must not pass through a shared optimizer */}
        <img
          key={shown.key}
          ref={zoom.image}
          className={styles.image}
          src={shown.src}
          alt={keterangan || t('gambar.dari', { dari })}
          draggable={false}
        />
        {count > 1 && (
          <>
            <Button className={styles.previous} icon="arrow-left" iconOnly disabled={nth === 1} onClick={() => go(-1)}>
              {t('penampil.sebelumnya')}
            </Button>
            <Button className={styles.next} icon="arrow-right" iconOnly disabled={nth === count} onClick={() => go(1)}>
              {t('penampil.berikutnya')}
            </Button>
          </>
        )}
      </div>
      {keterangan && (
        <p className={styles.caption} dir="auto">
          {keterangan}
        </p>
      )}
    </Modal>
  )
}
