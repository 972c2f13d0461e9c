'use client'

import { useTranslations } from 'next-intl'
import { LampiranBody } from '@/app/_jenis/bodies'
import { type Shown, shownOf } from '@/app/_jenis/shared/shown'
import { localBerkas } from '@/lib/client/lampiran/local-berkas'
import type { OutboxEntry } from '@/lib/client/outbox/outbox-entry'
import type { PesanView } from '@/lib/contract/pesan'
import styles from './pesan-row.module.css'

interface Props {
  readonly pesan: PesanView | null
  readonly entry: OutboxEntry | null
  readonly milik: boolean
}

/** What came with a pesan, or goes with one that is still on this device. */
export function PesanLampiran({ pesan, entry, milik }: Props) {
  const t = useTranslations('lampiran')
  const shown = pesan ? sentLampiran(pesan, milik) : entry ? waitingLampiran(entry) : null
  if (!shown) return null
  return (
    <div className={styles.lampiran} data-tipe={shown.tipe}>
      <LampiranBody shown={shown} dari={milik || !pesan ? t('anda') : pesan.pengirim.nama} />
    </div>
  )
}

export const hasLampiran = (pesan: PesanView | null, entry: OutboxEntry | null): boolean => Boolean(pesan ? pesan.lampiran : entry?.berkas)

function sentLampiran({ lampiran, client_id }: PesanView, milik: boolean): Shown | null {
  const local = milik && client_id ? localBerkas(client_id) : null
  return lampiran && { ...shownOf(lampiran, undefined, local?.url), puncak: local?.puncak }
}

function waitingLampiran({ berkas, client_id }: OutboxEntry): Shown | null {
  const local = berkas ? localBerkas(client_id, berkas) : null
  return berkas && local ? { ...berkas, key: client_id, src: local.url, thumb: local.url } : null
}
