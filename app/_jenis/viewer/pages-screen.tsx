'use client'

import { useTranslations } from 'next-intl'
import { type Ref, useEffect, useState } from 'react'
import type { Shown, Viewed } from '@/app/_jenis/shared/shown'
import { Button, DownloadButton } from '@/app/_ui/button'
import { Spinner } from '@/app/_ui/spinner'
import type { NoPage, PdfPage } from '@/lib/client/lampiran/pdf-pages'
import { usePdfPage } from './use-pdf-page'
import styles from './viewer.module.css'
import { ViewerFrame } from './viewer-frame'

interface Props {
  readonly file: Viewed
  readonly onClose: () => void
  readonly onClosed: () => void
}

/** The pages of a PDF, one after the other. */
export function PagesScreen({ file: { shown, keterangan }, onClose, onClosed }: Props) {
  const t = useTranslations('lampiran.penampil')
  const [halaman, setHalaman] = useState(1)
  const [jumlah, setJumlah] = useState(shown.halaman ?? null)
  const { page, again, online } = usePdfPage(shown.asal ?? shown.src, halaman, jumlah)
  const counted = page !== null && typeof page === 'object' ? page.jumlah : null
  // What the file says of itself is corrected by what was counted.
  useEffect(() => {
    if (counted !== null) setJumlah(counted)
  }, [counted])
  const last = jumlah ?? halaman
  const go = (by: number) => setHalaman((now) => Math.min(last, Math.max(1, now + by)))
  return (
    <ViewerFrame
      judul={shown.nama}
      urutan={last > 1 ? t('urutan', { ke: halaman, jumlah: `${last}` }) : ''}
      dilihat={shown.key}
      halaman={halaman}
      unduh={{ href: shown.src, nama: shown.nama }}
      turning={{
        go,
        isFirst: halaman === 1,
        isLast: halaman === last,
        namaSebelum: t('halamanSebelumnya'),
        namaSesudah: t('halamanBerikutnya'),
      }}
      keterangan={keterangan}
      onClose={onClose}
      onClosed={onClosed}
    >
      {(image) => (
        <Page
          ref={image}
          page={page}
          shown={shown}
          alt={t('halaman', { ke: halaman, jumlah: last, nama: shown.nama })}
          failure={t(online ? 'halamanGagal' : 'halamanPerluJaringan')}
          onAgain={again}
        />
      )}
    </ViewerFrame>
  )
}

interface PageProps {
  readonly ref: Ref<HTMLImageElement>
  readonly page: PdfPage | NoPage | null
  readonly shown: Shown
  readonly alt: string
  readonly failure: string
  readonly onAgain: () => void
}

/** A page, or why it is not there and what can be done instead. */
function Page({ ref, page, shown, alt, failure, onAgain }: PageProps) {
  const t = useTranslations('lampiran.penampil')
  if (page === null) return <Spinner className={styles.loading} />
  if (page === 'refused')
    return (
      <div className={styles.failed}>
        <p role="status">{t('takTergambar')}</p>
        <DownloadButton href={shown.src} download={shown.nama}>
          {t('unduh')}
        </DownloadButton>
      </div>
    )
  if (page === 'failed')
    return (
      <div className={styles.failed}>
        <p role="status">{failure}</p>
        <Button icon="retry" onClick={onAgain}>
          {t('muatLagi')}
        </Button>
      </div>
    )
  // biome-ignore lint/performance/noImgElement: bytes that this page holds already, under an address that is only its own
  return <img ref={ref} className={styles.image} data-loaded src={page.url} alt={alt} draggable={false} />
}
