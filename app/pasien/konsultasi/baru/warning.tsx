import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import type { TandaView } from '@/lib/contract/triase'
import styles from './baru.module.css'

/** What may be an emergency, and what to do then. Whoever has understood it books all the same. */
export function Warning({ tanda, busy, onUnderstood }: { tanda: readonly TandaView[]; busy: boolean; onUnderstood: () => void }) {
  const t = useTranslations('bahaya.peringatan')
  const tp = useTranslations('bahaya.pasien')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Alert tone="danger" role="alert" title={t('judul')}>
        <p>{t('isi')}</p>
        <a className={styles.call} href="tel:119">
          {tp('telepon')}
        </a>
        <p>{t('terlihat')}:</p>
        <ul className={styles.seen}>
          {tanda.map(({ kode, kalimat }) => (
            <li key={kode}>{kalimat}</li>
          ))}
        </ul>
        <Button busy={busy} onClick={onUnderstood}>
          {t('paham')}
        </Button>
        <p>{t('sesudah')}</p>
      </Alert>
    </div>
  )
}
