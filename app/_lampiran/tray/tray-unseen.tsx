'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import styles from './beside-tray.module.css'

/** In the place of the tray when it cannot be fetched: what was chosen is kept, and stays here until it can be seen. */
export function TrayUnseen({ onAgain, onDrop }: { onAgain: () => void; onDrop: () => void }) {
  const t = useTranslations('lampiran.baki')
  const umum = useTranslations('umum')
  return (
    <Alert tone="danger" role="alert">
      <p>{t('takTampil')}</p>
      <div className={styles.ways}>
        <Button size="sm" icon="retry" onClick={onAgain}>
          {umum('cobaLagi')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onDrop}>
          {t('buang')}
        </Button>
      </div>
    </Alert>
  )
}
