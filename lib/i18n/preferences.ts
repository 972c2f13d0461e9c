/** Cookies in which a device keeps its reader's own choice of language, and the zone that its clock shows. Known to the browser too: nothing of the server may come with this file. */
export const LOCALE_COOKIE = 'bahasa'
export const ZONE_COOKIE = 'zona'
/** How long, in seconds. */
export const PREFERENCE_SECONDS = 365 * 24 * 60 * 60
