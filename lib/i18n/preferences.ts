/** Known to the browser too, so nothing of the server may come with it: the texts of the API hang on the other half (request.ts). */
export const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** WIB, the zone of most readers. */
export const DEFAULT_ZONE = 'Asia/Jakarta'

/** Cookies in which a device keeps its reader's own choice of language, and the zone that its clock shows. */
export const LOCALE_COOKIE = 'bahasa'
export const ZONE_COOKIE = 'zona'
/** How long, in seconds. */
export const PREFERENCE_SECONDS = 365 * 24 * 60 * 60
