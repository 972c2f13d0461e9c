'use client'

import { useTranslations } from 'next-intl'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import styles from './around.module.css'

/** A reaction that was shown and did not hold: it has been taken back, and this says why. */
export function ReactionTrouble({ trouble }: { trouble: string }) {
  const t = useTranslations('percakapan.reaksi')
  const umum = useTranslations('umum')
  const { reactions } = usePercakapan()
  return (
    <Alert tone="danger" role="alert">
      <div className={styles.trouble}>
        <p>{t('ditarik', { sebab: trouble || t('tanpaJawaban') })}</p>
        <Button variant="quiet" size="sm" icon="close" iconOnly onClick={reactions.forgive}>
          {umum('tutup')}
        </Button>
      </div>
    </Alert>
  )
}
