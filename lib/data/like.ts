/** What people type must not act as a pattern of LIKE, and NUL is no text. */
export const escapeLike = (words: string) => words.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')

/** A pattern that finds these words anywhere, and everything where there are none. */
export const containing = (words: string | undefined) => `%${escapeLike(words?.trim() ?? '')}%`
