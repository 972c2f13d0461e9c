/** Days after the end of a konsultasi in which its pasien may rate it. */
export const PENILAIAN_DAYS = 14

/** Fewer ratings than this say who gave them, and are not shown. */
export const NILAI_MIN = 5

/** Characters of a comment. */
export const KOMENTAR_MAX = 1000
