'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Alert } from '@/app/_ui/alert'
import { Time } from '@/app/_ui/time'
import styles from './percakapan.module.css'
import { useThread } from './percakapan-context'

/** What a reader must know besides the words: an ended session, an admin who read along. */
export function Notices() {
  const denied = useThread((snapshot) => snapshot.freshness.denied)
  const akses = useThread((snapshot) => snapshot.konsultasi.akses_admin)
  if (!denied && akses.length === 0) return null
  return (
    <div className={styles.notices}>
      {denied && <Denied why={denied} />}
      {akses.length > 0 && <AdminAccess akses={akses} />}
    </div>
  )
}

function Denied({ why }: { why: 'signed_out' | 'forbidden' }) {
  const t = useTranslations('percakapan.galat')
  const path = usePathname()
  return (
    <Alert tone="danger" role="alert">
      <p>
        {why === 'forbidden'
          ? t('aksesBerakhir')
          : t.rich('sesiBerakhir', {
              // A full load: nothing of the ended session stays in memory.
              masuk: (words) => <a href={`/masuk?callbackUrl=${encodeURIComponent(path)}`}>{words}</a>,
            })}
      </p>
    </Alert>
  )
}

function AdminAccess({ akses }: { akses: readonly { pada: string; alasan: string | null }[] }) {
  const t = useTranslations('percakapan.aksesAdmin')
  return (
    <details className={styles.access}>
      <summary>{t('judul', { jumlah: akses.length })}</summary>
      <ul>
        {akses.map(({ pada, alasan }) => (
          <li key={`${pada} ${alasan}`}>
            <Time iso={pada} />
            {alasan && (
              <>
                {': '}
                <bdi>{alasan}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
