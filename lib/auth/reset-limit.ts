import { consume, hashedKey, type Limit } from './limiter'

/** So many letters that reset a password to one address, and then none for the rest of the hour. */
const LETTERS: Limit = { name: 'sandi', most: 3, seconds: 60 * 60 }

/** Addresses without an account count as the others do, so that the limit tells nobody who has one. @throws Refusal `rate_limited` */
export const countLetter = (email: string): Promise<void> => consume(LETTERS, hashedKey(email))

/** So many letters that confirm an address, of one account. */
const KONFIRMASI: Limit = { name: 'konfirmasi', most: 5, seconds: 60 * 60 }

/** @throws Refusal `rate_limited` */
export const countKonfirmasi = (penggunaId: string): Promise<void> => consume(KONFIRMASI, penggunaId)
