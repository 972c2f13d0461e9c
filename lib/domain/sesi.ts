/**
 * What a call can have read in the statement that finds its session: all that waits for this person, that and the mark of their desk, or what they have not
 * read in its konsultasi.
 */
export type Beside = 'kabar' | 'kabar,meja' | 'unread'

/** Of it what a question about a conversation can ask for. */
export const SERTAKAN = ['kabar', 'kabar,meja'] as const satisfies readonly Beside[]
export type Sertakan = (typeof SERTAKAN)[number]

/** A session ends after so long without use, in milliseconds: 7 days. */
export const SESI_IDLE_MS = 7 * 24 * 60 * 60 * 1000

/** A session ends so long after signing in, whatever happens, in milliseconds: 30 days. */
export const SESI_ABSOLUTE_MS = 30 * 24 * 60 * 60 * 1000

/** A session's last use is written down at most this often, in milliseconds, so that a poll need not write. */
export const SESI_TOUCH_MS = 10 * 60 * 1000

/** What ended sessions still listen to is cut at once; the job that does it otherwise waits so long, in milliseconds. */
export const PUTUSKAN_DELAY_MS = 10_000

/** How long the link of a letter can confirm an e-mail address, in milliseconds: 3 days. */
export const KONFIRMASI_MS = 3 * 24 * 60 * 60 * 1000

/** How long the link of a letter can replace a forgotten password, in milliseconds: 30 minutes. */
export const ATUR_ULANG_MS = 30 * 60 * 1000
