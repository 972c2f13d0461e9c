import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Page } from '@/app/_ui/page'
import { currentActor } from '@/lib/auth/pages'
import styles from './akun.module.css'
import { AkunNav } from './akun-nav'

/** A page about one's own account: its parts beside one another as links, unless only this one is open. */
export async function AkunPage({ title, lead, only, children }: { title: string; lead: string; only?: boolean; children: ReactNode }) {
  const t = await getTranslations('akun')
  const actor = await currentActor()
  return (
    <Page title={title} lead={lead} narrow>
      {!only && <AkunNav label={t('bagian')} peran={actor?.peran ?? null} />}
      <div className={styles.parts}>{children}</div>
    </Page>
  )
}
