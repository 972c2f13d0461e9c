'use client'

import { useTranslations } from 'next-intl'
import { useOutbox, useThread } from '@/app/_percakapan/context/percakapan-context'
import { useUnread } from '@/app/_percakapan/context/use-rows'
import { Alert } from '@/app/_ui/alert'
import styles from './unsettled.module.css'

/** How many pesan are shown with their words. */
const SHOWN = 3

/** Before a konsultasi ends: own pesan that would not arrive any more, and those of the other side that nobody has read. */
export function Unsettled() {
  const t = useTranslations('percakapan.selesaikan')
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const waiting = useOutbox().filter((entry) => entry.konsultasi_id === konsultasiId)
  const known = useUnread()
  const unread = useThread(({ thread }) => Math.max(thread.unread, known.length))
  const pesan = useThread(({ thread }) => thread.pesan)
  const words = known.slice(-SHOWN).flatMap((urutan) => pesan.get(urutan) ?? [])
  return (
    <>
      {waiting.length > 0 && (
        <Alert tone="attention">
          <p>{t('belumTerkirim', { jumlah: waiting.length })}</p>
          <Words of={waiting.slice(-SHOWN).map(({ client_id, pesan, berkas }) => [client_id, pesan || (berkas?.nama ?? '')])} />
        </Alert>
      )}
      {unread > 0 && (
        <Alert tone="attention">
          <p>{t('belumDibaca', { jumlah: unread })}</p>
          <Words of={words.map(({ id, pesan, lampiran }) => [id, pesan || (lampiran?.nama ?? '')])} />
        </Alert>
      )}
    </>
  )
}

const Words = ({ of }: { of: readonly (readonly [key: string, text: string])[] }) => (
  <ul className={styles.unsettled}>
    {of.map(([key, text]) => (
      <li key={key} dir="auto">
        {text}
      </li>
    ))}
  </ul>
)
