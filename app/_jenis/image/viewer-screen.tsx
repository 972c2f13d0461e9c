'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useContext, useEffect, useId, useReducer, useState } from 'react'
import type { Viewed } from '@/app/_jenis/shared/shown'
import { Button } from '@/app/_ui/button'
import { BehindDialog } from '@/app/_ui/dialog/dialog'
import { Modal } from '@/app/_ui/dialog/modal'
import { Icon } from '@/app/_ui/icon'
import { useZoom } from './use-zoom'
import styles from './viewer.module.css'
import type { More } from './viewer-context'
import { ViewerImage } from './viewer-image'

interface Props extends Partial<More> {
  readonly picture: Viewed
  readonly place: readonly [number, number]
  readonly go: (by: number) => void
  readonly onClose: () => void
  readonly onClosed: () => void
}

/** One picture over the whole screen. */
export function ViewerScreen({ picture: { shown, dari, keterangan }, place, go: turn, onClose, onClosed, ...more }: Props) {
  const [nth, count] = place
  const t = useTranslations('lampiran')
  const umum = useTranslations('umum')
  const titleId = useId()
  const behind = useContext(BehindDialog)
  const { go, isSeeking, isFirst, isLast } = useWholeTalk(place, turn, more)
  const jumlah = more.older || more.newer ? `${count}+` : `${count}`
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
          <span>{t('gambar.dari', { dari })}</span>
          {count > 1 && <span className={styles.place}>{` ${t('penampil.urutan', { ke: nth, jumlah })}`}</span>}
        </h2>
        {behind}
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
        <ViewerImage key={shown.key} ref={zoom.image} src={shown.src} alt={keterangan || t('gambar.dari', { dari })} />
        {!(isFirst && isLast) && (
          <>
            <Button
              className={styles.previous}
              icon="arrow-left"
              iconOnly
              disabled={isFirst}
              busy={isSeeking === -1}
              onClick={() => go(-1)}
            >
              {t('penampil.sebelumnya')}
            </Button>
            <Button className={styles.next} icon="arrow-right" iconOnly disabled={isLast} busy={isSeeking === 1} onClick={() => go(1)}>
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

/** Beyond the pictures that are known it goes on to the next one that there is, however far; at the end of the conversation, or without a network, it stays. */
function useWholeTalk([nth, count]: Props['place'], turn: (by: number) => void, { older = false, newer = false, seek }: Partial<More>) {
  const [isSeeking, setSeeking] = useState<-1 | 0 | 1>(0)
  const [pieces, addPiece] = useReducer((count: number) => count + 1, 0)
  const isFirst = nth === 1
  const isLast = nth === count
  const hasMore = isSeeking < 0 ? older : newer
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each piece that was fetched
  useEffect(() => {
    if (isSeeking === 0) return
    if (isSeeking < 0 ? !isFirst : !isLast) {
      setSeeking(0)
      return turn(isSeeking)
    }
    if (!hasMore || !seek) return setSeeking(0)
    let isOver = false
    void seek(isSeeking).then((isHere) => isOver || (isHere ? addPiece() : setSeeking(0)))
    return () => {
      isOver = true
    }
  }, [isSeeking, pieces, isFirst, isLast])
  const go = (by: number) => {
    if (by < 0 ? isFirst && older : isLast && newer) setSeeking(by < 0 ? -1 : 1)
    else turn(by)
  }
  return { go, isSeeking, isFirst: isFirst && !older, isLast: isLast && !newer }
}
