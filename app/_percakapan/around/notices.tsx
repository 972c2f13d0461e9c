'use client'

import { useTranslations } from 'next-intl'
import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { SignInAgain } from '@/app/_percakapan/dialogs/sign-in-again'
import { Alert } from '@/app/_ui/alert'
import { Time } from '@/app/_ui/time/time'
import { openingsOf } from '@/lib/domain/audit'
import styles from './around.module.css'

/** What a reader must know besides the words: an ended session, an admin who read along. */
export function Notices() {
  const denied = useThread((snapshot) => snapshot.freshness.denied)
  const akses = useThread((snapshot) => snapshot.konsultasi.akses_admin)
  if (!denied && akses.length === 0) return null
  return (
    <div className={styles.notices}>
      {denied === 'signed_out' && <SignInAgain />}
      {denied === 'forbidden' && <Forbidden />}
      {akses.length > 0 && <AdminAccess akses={akses} />}
    </div>
  )
}

/** Access that was taken away stays away. */
function Forbidden() {
  const t = useTranslations('percakapan.galat')
  return (
    <Alert tone="danger" role="alert">
      <p>{t('aksesBerakhir')}</p>
    </Alert>
  )
}

function AdminAccess({ akses }: { akses: readonly { pada: string; alasan: string | null }[] }) {
  const t = useTranslations('percakapan.aksesAdmin')
  const openings = openingsOf(akses)
  return (
    <details className={styles.access}>
      <summary>{t('judul', { jumlah: openings.length })}</summary>
      <ul>
        {openings.map(({ pada, alasan }) => (
          <li key={`${pada} ${alasan}`}>
            <Time iso={pada} />
            {alasan && (
              <>
                <span>{': '}</span>
                <bdi translate="yes">{alasan}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
