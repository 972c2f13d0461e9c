import { Refusal } from '@/lib/domain/refusal'
import { networkOf } from './address'
import { consume, hashedKey, type Limit } from './limiter'

/** Letters that anybody can make us write: to the address that they name. */

/** To one address 3 letters an hour that replace a password. */
const RESETS: Limit = { name: 'sandi', most: 3, seconds: 60 * 60 }

/** Of one account 5 letters an hour that confirm an address. */
const KONFIRMASI: Limit = { name: 'konfirmasi', most: 5, seconds: 60 * 60 }

/** To one mailbox 10 such letters a day, whoever asks; from one network 3000 an hour (a whole clinic may sit behind it); in all 10,000 a day. */
const TO_MAILBOX: Limit = { name: 'surat-ke', most: 10, seconds: 24 * 60 * 60 }
const FROM_NETWORK: Limit = { name: 'surat-dari', most: 3000, seconds: 60 * 60 }
const IN_ALL: Limit = { name: 'surat-semua', most: 10_000, seconds: 24 * 60 * 60 }

/** Addresses without an account count as the others do, so that the limit tells nobody who has one. @throws Refusal `rate_limited` */
export const countReset = (email: string): Promise<void> => consume(RESETS, hashedKey(email))

/** @throws Refusal `rate_limited` */
export const countKonfirmasi = (penggunaId: string): Promise<void> => consume(KONFIRMASI, penggunaId)

/** Counts a letter to an address that its sender has not shown to be theirs. @throws Refusal `rate_limited` */
export async function countLetterTo(email: string, alamat: string | null): Promise<void> {
  await consume(TO_MAILBOX, hashedKey(mailboxOf(email)))
  if (alamat) await consume(FROM_NETWORK, hashedKey(networkOf(alamat)))
  await consume(IN_ALL, 'semua')
}

/** The same as a question: what asks for a letter on the way may do without. */
export const mayWriteTo = (email: string, alamat: string | null): Promise<boolean> =>
  countLetterTo(email, alamat).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )

/** `siti+a@klinik.id` and `siti+b@klinik.id` are one mailbox (RFC 5233). */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@')
  return `${local.split('+')[0]}@${domain}`
}
