import { PREFERENCE_SECONDS } from '@/lib/i18n/preferences'

/** Keeps a preference of this device where the server reads it with each page, for a year. `value` is of letters, digits and `/_+-`. */
export function keepPreference(cookie: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
  document.cookie = `${cookie}=${value}; Path=/; Max-Age=${PREFERENCE_SECONDS}; SameSite=Lax${secure}`
}
