'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { useThread } from '@/app/_percakapan/context/percakapan-context'
import { Alert } from '@/app/_ui/alert'
import styles from './around.module.css'

// Few konsultasi are ever read by an admin, and few sessions end while one is open: what says so came over a network that brings this too.
const AdminAccess = lazy(() => import('./admin-access').then((part) => ({ default: part.AdminAccess })))
const SignInAgain = lazy(() => import('@/app/_percakapan/dialogs/sign-in-again').then((part) => ({ default: part.SignInAgain })))

/** What a reader must know besides the words: an ended session, an admin who read along. */
export function Notices() {
  const denied = useThread((snapshot) => snapshot.freshness.denied)
  const akses = useThread((snapshot) => snapshot.konsultasi.akses_admin)
  if (!denied && akses.length === 0) return null
  return (
    <div className={styles.notices}>
      {denied === 'forbidden' && <Forbidden />}
      <Suspense fallback={null}>{denied === 'signed_out' && <SignInAgain />}</Suspense>
      <Suspense fallback={null}>{akses.length > 0 && <AdminAccess akses={akses} />}</Suspense>
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
