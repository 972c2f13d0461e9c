import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { BAHASA, type Bahasa, languageOf } from '@/lib/domain/bahasa'
import { WIB } from '@/lib/domain/zona'
import { messagesFor } from './messages'
import { LOCALE_COOKIE, ZONE_COOKIE } from './preferences'

/** What next-intl asks at each request. */
export default getRequestConfig(async () => {
  const kept = await cookies()
  const locale = localeFor(kept.get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'))
  return { locale, messages: await messagesFor(locale), timeZone: zoneFor(kept.get(ZONE_COOKIE)?.value), now: new Date() }
})

/** The language of pages: what the reader chose, else what the browser prefers, else Indonesian. */
const localeFor = (chosen: string | undefined, acceptLanguage: string | null): Bahasa =>
  BAHASA.find((locale) => locale === chosen) ?? languageOf(acceptLanguage)

/** The zone of times on pages: what the device told at its last page (app/_shell/remember-zone.tsx), if there is such a zone. */
function zoneFor(told: string | undefined): string {
  if (!told) return WIB
  try {
    new Intl.DateTimeFormat('id', { timeZone: told })
    return told
  } catch {
    return WIB
  }
}
