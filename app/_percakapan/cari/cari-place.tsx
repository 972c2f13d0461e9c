'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { useLater } from '@/app/_ui/later/use-later'
import { later } from '@/lib/client/page/later'
import styles from './cari-bar.module.css'

const cariBar = later(() => import('./cari-bar').then((part) => part.CariBar), false)

/** Where the search of a conversation stands; its script comes with the first wish. */
export function CariPlace({ wish, onClose }: { wish: number; onClose: () => void }) {
  const { part: CariBar, failed, again } = useLater(cariBar, wish > 0)
  if (wish === 0) return null
  if (CariBar) return <CariBar wish={wish} onClose={onClose} />
  return failed && <Failed again={again} />
}

function Failed({ again }: { again: () => void }) {
  const t = useTranslations('umum')
  return (
    <div role="alert" className={styles.failed}>
      {t('bagian.gagal')}
      <Button size="sm" onClick={again}>
        {t('cobaLagi')}
      </Button>
    </div>
  )
}
