/** The clinic's zone: whose days and hours count where nobody has said otherwise. */
export const WIB = 'Asia/Jakarta'

/** Milliseconds that it is ahead of UTC, all year round. */
export const WIB_MS = 7 * 60 * 60 * 1000
