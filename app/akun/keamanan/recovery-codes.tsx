'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import styles from '@/app/akun/akun.module.css'
import { CopyButton } from '@/app/akun/copy-button'

/** The recovery codes, this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations('akun.pemulihan')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className={styles.stack}>
      <h3 ref={title} tabIndex={-1}>
        {t('judul')}
      </h3>
      <p>{t('isi')}</p>
      <ul className={styles.codes} aria-label={t('daftar')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <CopyButton text={codes.join('\n')} label={t('salin')} done={t('tersalin')} />
        <Button size="sm" icon="download" onClick={() => save(t('berkas'), `${codes.join('\n')}\n`)}>
          {t('unduh')}
        </Button>
      </div>
      <div className={styles.actions}>
        <Button variant="primary" icon="check" onClick={onDone}>
          {t('selesai')}
        </Button>
      </div>
    </div>
  )
}

/** Saves a text as a file, without asking the server for it again: it does not know the codes any more. */
function save(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = Object.assign(document.createElement('a'), { href, download: name })
  link.click()
  URL.revokeObjectURL(href)
}
