'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import styles from '@/app/_percakapan/percakapan.module.css'
import { readDraft } from '@/lib/client/drafts/drafts'

/** What was still being written when the konsultasi ended is not taken away: it can be read and copied. */
export function UnsentDraft() {
  const t = useTranslations('percakapan.akhir')
  const { saya } = usePercakapan()
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const [text, setText] = useState('')
  useEffect(() => setText(readDraft(saya.id, konsultasiId)), [saya.id, konsultasiId])
  if (!text) return null
  return (
    <details className={styles.keluhan}>
      <summary>{t('draf')}</summary>
      <p className={styles.noteText} dir="auto" translate="yes">
        {text}
      </p>
    </details>
  )
}
