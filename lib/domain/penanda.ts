/** Characters of a private note. */
export const CATATAN_PRIBADI_MAX = 2000

/** What a dokter asks for at their desk: what is not read, what waits for an answer, what they marked. */
export const SARING_MEJA = ['belum_dibaca', 'belum_dibalas', 'ditandai'] as const
export type SaringMeja = (typeof SARING_MEJA)[number]

/** The same day a year later: until then somebody may be reminded. */
export function yearAfter(now: Date): Date {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() + 1)
  return then
}

/** Can somebody be reminded at this moment? It is still to come, and within a year. */
export const canRing = (at: Date, now: Date): boolean => at > now && at <= yearAfter(now)

/** So long a reminder rings for the open pages of its dokter, in milliseconds, before it is told by push. */
export const DERING_MS = 10_000
