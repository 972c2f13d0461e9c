import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { languageOf } from '@/lib/http/language'
import { LOCALE_COOKIE, LOCALES, type Locale } from './locale'
import { messagesFor } from './messages'

/** What next-intl asks at each request. Times are written in WIB until the page knows the reader's own zone (app/_ui/clock.ts). */
export default getRequestConfig(async () => {
  const locale = localeFor((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'))
  return { locale, messages: await messagesFor(locale), timeZone: 'Asia/Jakarta', now: new Date() }
})

/** The language of pages: what the reader chose, else what the browser prefers, else Indonesian. */
const localeFor = (chosen: string | undefined, acceptLanguage: string | null): Locale =>
  LOCALES.find((locale) => locale === chosen) ?? languageOf(acceptLanguage)
