/** Seconds that a code is shown, and how many digits it has: what every authenticator app takes for granted (RFC 6238, 5.2). */
export const LANGKAH_SECONDS = 30
export const KODE_DIGITS = 6

/** A code of one step before or after counts too: clocks differ, and people type slowly. */
export const LANGKAH_WINDOW = 1

/** Recovery codes that are made at once, and letters of each, from the alphabet below: 50 random bits. */
export const PEMULIHAN_COUNT = 10
export const PEMULIHAN_LENGTH = 10

/** Crockford's base32, as ids use: no letter that could be taken for a digit. */
export const PEMULIHAN_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code without what people put between its characters. */
export const plainKode = (typed: string): string => typed.replace(/[\s-]/g, '')

/** Is this, without its spaces, a code of an app? Else it can only be a recovery code. */
export const isAppKode = (plain: string): boolean => plain.length === KODE_DIGITS && /^[0-9]+$/.test(plain)

/** A recovery code as it was made, whatever case it is typed in and whichever letters look alike. null when it cannot be one. */
export function pemulihanOf(plain: string): string | null {
  const read = plain.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return read.length === PEMULIHAN_LENGTH && [...read].every((letter) => PEMULIHAN_ALPHABET.includes(letter)) ? read : null
}

/** As it is shown: in two groups. */
export const showPemulihan = (kode: string): string => `${kode.slice(0, PEMULIHAN_LENGTH / 2)}-${kode.slice(PEMULIHAN_LENGTH / 2)}`
