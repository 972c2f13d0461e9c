import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Page } from '@/app/_ui/page'
import styles from './akun.module.css'
import { AkunNav } from './akun-nav'

/** A page about one's own account: its parts beside one another as links, unless only this one is open. */
export function AkunPage({ title, lead, only, children }: { title: string; lead: string; only?: boolean; children: ReactNode }) {
  const t = useTranslations('akun')
  return (
    <Page title={title} lead={lead} narrow>
      {!only && <AkunNav label={t('bagian')} />}
      <div className={styles.parts}>{children}</div>
    </Page>
  )
}
