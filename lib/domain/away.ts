/** What an error carries to the page that shows it when the database did not answer. Next.js hands on this word of an error, and no other. */
export const AWAY = 'unavailable'

export const isAway = (digest: string | undefined): boolean => digest === AWAY
