'use client'

import { useTranslations } from 'next-intl'
import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { Alert } from '@/app/_ui/alert'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import styles from './around.module.css'

const adminAccess = later(() => import('./admin-access').then((part) => part.AdminAccess))
const signInAgain = later(() => import('@/app/_percakapan/dialogs/sign-in-again').then((part) => part.SignInAgain))

const alihan = later(() => import('./alihan-card').then((part) => part.AlihanCard), false)

/** What a reader must know besides the words: an ended session, an admin who read along. */
export function Notices() {
  const denied = useThread((snapshot) => snapshot.freshness.denied)
  const akses = useThread((snapshot) => snapshot.konsultasi.akses_admin)
  const isHandedOver = useThread(({ konsultasi: { alih, asal_terbaca } }) => alih !== undefined || asal_terbaca === true)
  if (!denied && akses.length === 0 && !isHandedOver) return null
  return (
    <div className={styles.notices}>
      {isHandedOver && <LaterPart of={alihan} />}
      {denied === 'signed_out' && <LaterPart of={signInAgain} />}
      {denied === 'forbidden' && <Forbidden />}
      {akses.length > 0 && <LaterPart of={adminAccess} akses={akses} />}
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
