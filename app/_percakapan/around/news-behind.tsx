'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { newsAfter } from '@/app/_percakapan/log/log-pills'
import styles from '@/app/_percakapan/percakapan.module.css'
import { Chip } from '@/app/_ui/badge'
import { endOf } from '@/lib/client/thread/thread'

/** In a dialog over the conversation: how much has come since it was opened. It was not seen, and is not marked as read. */
export function NewsBehind() {
  const t = useTranslations('percakapan.log')
  const { saya, store } = usePercakapan()
  const [left] = useState(() => endOf(store.snapshot().thread))
  const jumlah = useThread(({ thread }) => newsAfter(thread, left, saya.id))
  return (
    <div role="status" className={styles.behind}>
      {jumlah > 0 && <Chip tone="attention">{t('pesanBaru', { jumlah })}</Chip>}
    </div>
  )
}
