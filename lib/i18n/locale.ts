/** Known to the browser too, so nothing of the server may come with it: the texts of the API hang on the other half (request.ts). */
export const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The cookie in which a reader's own choice is kept, for a year. */
export const LOCALE_COOKIE = 'bahasa'
export const LOCALE_SECONDS = 365 * 24 * 60 * 60
