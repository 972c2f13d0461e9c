'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useReducer, useState } from 'react'
import type { Viewed } from '@/app/_jenis/shared/shown'
import { PictureImage } from './picture-image'
import type { More } from './viewer-context'
import { ViewerFrame } from './viewer-frame'

interface Props extends Partial<More> {
  readonly picture: Viewed
  readonly place: readonly [number, number]
  readonly go: (by: number) => void
  readonly onClose: () => void
  readonly onClosed: () => void
}

/** The pictures of a conversation, one after the other. */
export function PicturesScreen({ picture: { shown, dari, keterangan }, place, go: turn, onClose, onClosed, ...more }: Props) {
  const [nth, count] = place
  const t = useTranslations('lampiran')
  const { go, ...ends } = useWholeTalk(place, turn, more)
  const jumlah = more.older || more.newer ? `${count}+` : `${count}`
  return (
    <ViewerFrame
      judul={t('gambar.dari', { dari })}
      urutan={count > 1 ? t('penampil.urutan', { ke: nth, jumlah }) : ''}
      dilihat={shown.key}
      unduh={{ href: shown.src, nama: shown.nama }}
      turning={{ go, ...ends, namaSebelum: t('penampil.sebelumnya'), namaSesudah: t('penampil.berikutnya') }}
      keterangan={keterangan}
      onClose={onClose}
      onClosed={onClosed}
    >
      {(image) => <PictureImage key={shown.key} ref={image} src={shown.src} alt={keterangan || t('gambar.dari', { dari })} />}
    </ViewerFrame>
  )
}

/** Beyond the pictures that are known it goes on to the next one that there is, however far; at the end of the conversation, or without a network, it stays. */
function useWholeTalk([nth, count]: Props['place'], turn: (by: number) => void, { older = false, newer = false, seek }: Partial<More>) {
  const [isSeeking, setSeeking] = useState<-1 | 0 | 1>(0)
  const [pieces, addPiece] = useReducer((count: number) => count + 1, 0)
  const isFirst = nth === 1
  const isLast = nth === count
  const hasMore = isSeeking < 0 ? older : newer
  // biome-ignore lint/correctness/useExhaustiveDependencies: `pieces` stands for what was fetched; to turn and to seek is of that moment
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
