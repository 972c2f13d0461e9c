import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { KawungPattern } from '@/app/_ui/kawung'
import styles from './door.module.css'

/** A form at the door of the clinic: the form first, beside it (where there is room) what waits behind. */
export function Door({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  const t = useTranslations('publik.panel')
  return (
    <div className={styles.door}>
      <div className={styles.form}>
        <div className={styles.head}>
          <h1>{title}</h1>
          <p className={styles.lead}>{lead}</p>
        </div>
        {children}
      </div>
      <aside className={styles.panel}>
        <KawungPattern className={styles.cloth} />
        <p className={styles.sentence}>{t('kalimat')}</p>
        <p>{t('isi')}</p>
      </aside>
    </div>
  )
}
