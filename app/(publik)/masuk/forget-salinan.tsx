'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { forgetAfterSigningOut } from '@/lib/client/outbox/jottings'
import { wipeSalinan } from '@/lib/client/thread/salinan'

/**
 * Whoever stands before the sign-in page is not known: what this device holds of conversations goes. Unsent text waits for its writer, and for
 * nobody else: it says so, for it goes when another person signs in (decision 107).
 */
export function ForgetSalinan() {
  const t = useTranslations('publik.masuk')
  const [isLeft, setLeft] = useState(false)
  useEffect(() => {
    void wipeSalinan()
    forgetAfterSigningOut()
    // By itself: the page is light (decision 080), and most devices hold nothing.
    import('@/lib/client/account/wipe-device').then((device) => device.hasSomebodysText()).then(setLeft, () => undefined)
  }, [])
  if (!isLeft) return null
  return (
    <Alert tone="attention" role="status">
      <p>{t('sisa')}</p>
    </Alert>
  )
}
