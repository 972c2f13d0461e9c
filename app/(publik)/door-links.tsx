'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/app/_ui/button'

/** The way in and the way to an account, without the one that is open already. */
export function DoorLinks() {
  const t = useTranslations('umum.menu')
  const path = usePathname()
  return (
    <>
      {path !== '/masuk' && (
        <LinkButton href="/masuk" size="sm">
          {t('masuk')}
        </LinkButton>
      )}
      {path === '/masuk' && (
        <LinkButton href="/daftar" size="sm">
          {t('daftar')}
        </LinkButton>
      )}
    </>
  )
}
