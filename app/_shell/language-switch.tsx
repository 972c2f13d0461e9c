'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/button'
import type { Bahasa } from '@/lib/domain/bahasa'
import { LOCALE_COOKIE } from '@/lib/i18n/preferences'
import { keepPreference } from './keep-preference'

interface Props {
  /** Told of the language that was chosen. */
  onChange?: ((bahasa: Bahasa) => void) | undefined
}

/** Changes the language of the pages, at once and for the next year. Named in the language it leads to. */
export function LanguageSwitch({ onChange }: Props) {
  const t = useTranslations('umum.bahasa')
  const { other, change } = useLanguage(onChange)
  return (
    <Button variant="quiet" size="sm" icon="globe" lang={other} onClick={change}>
      {t('ganti')}
    </Button>
  )
}

/** The other language and how to change to it. */
export function useLanguage(onChange?: Props['onChange']) {
  const router = useRouter()
  const other: Bahasa = useLocale() === 'id' ? 'en' : 'id'
  return {
    other,
    change: () => {
      keepPreference(LOCALE_COOKIE, other)
      router.refresh()
      onChange?.(other)
    },
  }
}
