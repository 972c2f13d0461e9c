'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { TextField } from '@/app/_ui/field/text-field'
import styles from './verifikasi.module.css'

/** Compares a PDF with what was issued, in this browser: the file goes nowhere. */
export function CompareForm({ sha256 }: { sha256: string }) {
  const t = useTranslations('verifikasi.banding')
  const [isSame, setSame] = useState<boolean | null>(null)

  const onChange = async ({ currentTarget: { files } }: ChangeEvent<HTMLInputElement>) => {
    const file = files?.[0]
    setSame(file ? (await sha256Of(file)) === sha256 : null)
  }

  return (
    <div className={styles.form}>
      <TextField type="file" accept="application/pdf" label={t('berkas')} hint={t('petunjuk')} onChange={onChange} />
      {isSame !== null && (
        <Alert tone={isSame ? 'success' : 'danger'} role="status">
          <p>{t(isSame ? 'sama' : 'beda')}</p>
        </Alert>
      )}
    </div>
  )
}

async function sha256Of(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
