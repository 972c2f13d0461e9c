/** Code points of a pesan, after trimming. */
export const PESAN_MAX = 5000

export const PER_PAGE_DEFAULT = 30
export const PER_PAGE_MAX = 100

/** The palette of reactions, with what each means here in the catalogue. */
export const EMOJI = ['👍', '❤️', '🙏', '✅', '❓', '😢'] as const
export type Emoji = (typeof EMOJI)[number]

/** How long a typing mark lasts, in milliseconds. */
export const MENGETIK_MS = 6000

/** A place in a conversation and how much of it to show: at most one of the cursors, without any the newest. */
export interface PesanPlace {
  readonly per_page: number
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly since?: number | undefined
}

/** The place in the value of `?pesan=`, an `urutan`; null when it names none. */
export function urutanIn(value: string | readonly string[] | null | undefined): number | null {
  const urutan = typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : null
  return urutan !== null && Number.isSafeInteger(urutan) ? urutan : null
}
