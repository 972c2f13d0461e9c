'use client'

import { useTranslations } from 'next-intl'
import styles from './pesan-row.module.css'

/** This pesan exists in this page alone: its browser could not store it. */
export function NotKept() {
  const t = useTranslations('tahan')
  return (
    <p className={styles.failed} role="status">
      <span className={styles.why}>{t('takTersimpan')}</span>
    </p>
  )
}
