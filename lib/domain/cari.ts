/** Code points of what is looked for, and how many of its words count. */
export const CARI_MAX = 200
export const CARI_WORDS_MAX = 16

/** The place of a pesan in what was found: newest first, and where times are equal the later one of a konsultasi. */
export interface CariPlace {
  readonly pada: Date
  /** A UUID. */
  readonly konsultasiId: string
  readonly urutan: number
  /** Was it found by words that only resemble those that were asked for? */
  readonly isGuess: boolean
}
