'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, type Ref, useContext, useId } from 'react'
import { Button } from '@/app/_ui/button'
import { BehindDialog } from '@/app/_ui/dialog/dialog'
import { Modal } from '@/app/_ui/dialog/modal'
import { Icon } from '@/app/_ui/icon'
import { useZoom } from './use-zoom'
import styles from './viewer.module.css'

/** Turning to what is before and after. */
interface Turning {
  readonly go: (by: number) => void
  readonly isFirst: boolean
  readonly isLast: boolean
  /** In which direction the next one is being looked for; 0 when none is. */
  readonly isSeeking?: -1 | 0 | 1
  readonly namaSebelum: string
  readonly namaSesudah: string
}

interface Props {
  readonly judul: string
  /** Which one of how many; empty when there is only one. */
  readonly urutan: string
  /** What is looked at: each begins whole; and which page of it. */
  readonly dilihat: string
  readonly halaman?: number
  readonly unduh: { readonly href: string; readonly nama: string }
  readonly turning: Turning
  readonly keterangan?: string
  /** What is on the stage; its picture is what is enlarged. */
  readonly children: (image: Ref<HTMLImageElement>) => ReactNode
  readonly onClose: () => void
  readonly onClosed: () => void
}

/** One picture over the whole screen, the way to those before and after it, and a closer look. */
export function ViewerFrame({ judul, urutan, dilihat, halaman = 1, unduh, turning, keterangan, children, onClose, onClosed }: Props) {
  const t = useTranslations('lampiran.penampil')
  const umum = useTranslations('umum')
  const titleId = useId()
  const behind = useContext(BehindDialog)
  const { go, isFirst, isLast, isSeeking = 0, namaSebelum, namaSesudah } = turning
  const zoom = useZoom(dilihat, halaman, go)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = {
      arrowleft: () => go(-1),
      arrowright: () => go(1),
      pageup: () => go(-1),
      pagedown: () => go(1),
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
          <span dir="auto">{judul}</span>
          {urutan && <span className={styles.place}>{` ${urutan}`}</span>}
        </h2>
        {behind}
        <Button variant="quiet" icon="zoom-out" iconOnly aria-disabled={zoom.isWhole || undefined} onClick={zoom.further}>
          {t('perkecil')}
        </Button>
        <Button variant="quiet" icon="zoom-in" iconOnly data-mulai="" onClick={zoom.closer}>
          {t('perbesar')}
        </Button>
        <a className={styles.download} href={unduh.href} download={unduh.nama} aria-label={t('unduh')}>
          <Icon name="download" />
        </a>
        <Button variant="quiet" icon="close" iconOnly onClick={onClose}>
          {umum('tutup')}
        </Button>
      </div>
      <div className={styles.stage} ref={zoom.stage} data-enlarged={!zoom.isWhole || undefined}>
        {children(zoom.image)}
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
              {namaSebelum}
            </Button>
            <Button className={styles.next} icon="arrow-right" iconOnly disabled={isLast} busy={isSeeking === 1} onClick={() => go(1)}>
              {namaSesudah}
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
