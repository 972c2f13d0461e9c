'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Shown } from '@/app/_jenis/shared/shown'
import { useLookHere } from '@/app/_jenis/viewer/viewer-context'
import { Icon } from '@/app/_ui/icon'
import { formatSize } from '@/app/_ui/size'
import styles from './file-card.module.css'

/**
 * A document: what it is called, how large it is, how many pages. It opens in a tab that knows nothing of this one, or page by page `here` where nothing beside
 * it does that.
 */
export function FileCard({ shown, here = false }: { shown: Shown; here?: boolean }) {
  const t = useTranslations('lampiran.berkas')
  const locale = useLocale()
  const { key, nama, ukuran, halaman, src } = shown
  const look = useLookHere(key)
  const opens = here && look
  const facts = ['PDF', halaman ? t('halaman', { jumlah: halaman }) : null, formatSize(ukuran, locale)].filter(Boolean).join(' · ')
  return (
    <a className={styles.card} href={src} target="_blank" rel="noopener noreferrer" {...opens}>
      <span className={styles.icon}>
        <Icon name="file" />
      </span>
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {nama}
        </span>
        <span className={styles.facts}>
          {facts} <span className="visually-hidden">{t(opens ? 'diSini' : 'tabBaru')}</span>
        </span>
      </span>
    </a>
  )
}
