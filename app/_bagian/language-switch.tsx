'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import { LOCALE_COOKIE, LOCALE_SECONDS, type Locale } from '@/lib/i18n/locale'

/** Changes the language of the pages, at once and for the next year. Named in the language it leads to. */
export function LanguageSwitch() {
  const t = useTranslations('umum.bahasa')
  const { other, change } = useLanguage()
  return (
    <Button variant="quiet" size="sm" icon="globe" lang={other} onClick={change}>
      {t('ganti')}
    </Button>
  )
}

/** The other language and how to change to it. */
export function useLanguage() {
  const router = useRouter()
  const other: Locale = useLocale() === 'id' ? 'en' : 'id'
  return {
    other,
    change: () => {
      const secure = location.protocol === 'https:' ? '; Secure' : ''
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
      document.cookie = `${LOCALE_COOKIE}=${other}; Path=/; Max-Age=${LOCALE_SECONDS}; SameSite=Lax${secure}`
      router.refresh()
    },
  }
}
