import { languageOf } from '@/lib/http/language'

const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The cookie in which a reader's own choice is kept, for a year. */
export const LOCALE_COOKIE = 'bahasa'
export const LOCALE_SECONDS = 365 * 24 * 60 * 60

const isLocale = (value: string | undefined): value is Locale => LOCALES.includes(value as Locale)

/** The language of pages: what the reader chose, else what the browser prefers, else Indonesian. */
export const localeFor = (chosen: string | undefined, acceptLanguage: string | null): Locale =>
  isLocale(chosen) ? chosen : languageOf(acceptLanguage)
