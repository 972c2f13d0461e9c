/** Prisma hands `contains` to LIKE as it is: what people type must not act as a pattern, and NUL is no text. */
const escapeLike = (words: string) => words.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')

/** A column that has these words in it, in any case; everything where there are none. */
export const containing = (words: string | undefined) => ({ contains: escapeLike(words?.trim() ?? ''), mode: 'insensitive' as const })
