'use client'

import { useTranslations } from 'next-intl'
import { usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { Button } from '@/app/_ui/button'
import { LaterPart } from '@/app/_ui/later/later-part'
import type { OutboxEntry } from '@/lib/client/outbox/outbox-entry'
import { later } from '@/lib/client/page/later'
import styles from './pesan-row.module.css'

const otherwise = later(() => import('./otherwise').then((part) => part.Otherwise))

interface Props {
  readonly entry: OutboxEntry
  readonly onRetry: (clientId: string) => void
  readonly onDiscard: (clientId: string) => void
}

const KNOWN = [
  'network',
  'konsultasi_not_active',
  'pesan_deleted',
  'forbidden',
  'validation_failed',
  'payload_too_large',
  'too_large_on_the_way',
  'unsupported_media_type',
  'idempotency_mismatch',
] as const
const isKnown = (sebab: string | null): sebab is (typeof KNOWN)[number] => KNOWN.some((one) => one === sebab)

/** What keeps a pesan from going, below it. */
export const PesanTrouble = (props: Props) => (
  <>
    {props.entry.durable === false && <NotKept />}
    {props.entry.keadaan === 'gagal' && <Failed {...props} />}
    {props.entry.keadaan === 'bertanya' && <Asking {...props} />}
  </>
)

/** A pesan that did not go: why, and what its writer can do with the words. */
function Failed({ entry, onRetry, onDiscard }: Props) {
  const t = useTranslations('percakapan')
  return (
    <div className={styles.failed}>
      <span className={styles.why}>{t(`sebab.${isKnown(entry.sebab) ? entry.sebab : 'lain'}`)}</span>
      <Button size="sm" icon="retry" onClick={() => onRetry(entry.client_id)}>
        {t('pesan.gagal')}
      </Button>
      {entry.sebab !== 'network' && <LaterPart of={otherwise} entry={entry} onDiscard={onDiscard} />}
      <CopyButton text={entry.pesan} />
      <Button size="sm" variant="quiet" onClick={() => onDiscard(entry.client_id)}>
        {t('pesan.buang')}
      </Button>
    </div>
  )
}

function CopyButton({ text }: { text: string }) {
  const t = useTranslations('percakapan.menu')
  const { copy } = usePesanActions()
  if (!text) return null
  return (
    <Button size="sm" variant="quiet" icon="copy" onClick={() => copy(text)}>
      {t('salin')}
    </Button>
  )
}

/** It was written so long ago that it may no longer be true: its writer decides. */
function Asking({ entry, onRetry, onDiscard }: Props) {
  const t = useTranslations('percakapan.lama')
  return (
    <div className={styles.failed}>
      <span className={styles.why}>{t('tanya')}</span>
      <Button size="sm" icon="send" onClick={() => onRetry(entry.client_id)}>
        {t('kirim')}
      </Button>
      <CopyButton text={entry.pesan} />
      <Button size="sm" variant="quiet" onClick={() => onDiscard(entry.client_id)}>
        {t('buang')}
      </Button>
    </div>
  )
}

/** This pesan exists in this page alone: its browser could not store it. */
function NotKept() {
  const t = useTranslations('percakapan')
  return (
    <p className={styles.failed} role="status">
      <span className={styles.why}>{t('takTersimpan')}</span>
    </p>
  )
}
