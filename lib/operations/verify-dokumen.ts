import { timingSafeEqual } from 'node:crypto'
import { networkOf } from '@/lib/auth/address'
import { consume, hashedKey, type Limit, rateLimited } from '@/lib/auth/limiter'
import { keyedHash } from '@/lib/auth/sealed'
import { jwkOf } from '@/lib/auth/segel'
import type { Redeem, VerifikasiView } from '@/lib/contract/dokumen'
import { listKunci } from '@/lib/data/kunci-segel'
import { type Transaction, transaction } from '@/lib/data/sql'
import { countWrongPin, findVerifikasi, insertPenebusan, lockForTebus, pinLockedFor } from '@/lib/data/verifikasi'
import { PIN_GAGAL_MAX, PIN_TUTUP_MENIT } from '@/lib/domain/dokumen/dokumen'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { presentVerifikasi } from '@/lib/presenters/dokumen'

/** Of one address: far above what a pharmacy asks, far below what walks through 80 bits. */
const VERIFIKASI: Limit = { name: 'verifikasi', most: 300, seconds: 15 * 60 }

/** What is typed from paper: small letters and blanks do not count. @throws Refusal `not_found` where it can be no kode */
function readKode(typed: string): string {
  const kode = typed.replace(/[\s-]/g, '').toUpperCase()
  if (!/^[A-Z2-7]{16}$/.test(kode)) throw new Refusal('not_found')
  return kode
}

/** Is a dokumen real, and does it still hold? For anybody who has its kode. @throws Refusal `rate_limited`, `not_found` */
export async function verifyDokumen(kode: string, alamat: string | null): Promise<VerifikasiView> {
  await consume(VERIFIKASI, hashedKey(networkOf(alamat)))
  const found = await findVerifikasi(readKode(kode))
  if (!found) throw new Refusal('not_found')
  return presentVerifikasi(found)
}

/**
 * A pharmacy redeems a resep with the PIN that is printed on it. Five wrong ones in a row close it, whatever the limits are set to.
 * @throws Refusal `rate_limited`, `not_found`, `validation_failed` on `pin`, `invalid_transition`, `already_redeemed`
 */
export async function redeemResep(kode: string, { pin, apotek, apoteker }: Redeem, alamat: string | null): Promise<VerifikasiView> {
  await consume(VERIFIKASI, hashedKey(networkOf(alamat)))
  const refusal = await transaction(async (tx) => {
    const resep = await lockForTebus(readKode(kode), tx)
    if (!resep) throw new Refusal('not_found')
    if (resep.jenis !== 'resep' || !resep.pin) throw new Refusal('invalid_transition')
    // The PIN comes first, whatever became of the resep: nobody tries PINs at one that is redeemed, and finds the one of a paper.
    const seconds = await pinLockedFor(resep.id, tx)
    if (seconds > 0) throw rateLimited(seconds * 1000)
    if (!timingSafeEqual(keyedHash(pin, resep.id), resep.pin)) return countWrong(resep.id, tx)
    if (resep.status !== 'berlaku') throw new Refusal('invalid_transition')
    if (resep.ditebus >= resep.boleh_ditebus) throw new Refusal('already_redeemed')
    await insertPenebusan(resep.id, resep.ditebus + 1, apotek, apoteker, tx)
    return null
  })
  // What was counted stays counted: the transaction has ended well.
  if (refusal) throw refusal
  const found = await findVerifikasi(readKode(kode))
  if (!found) throw new Refusal('not_found')
  return presentVerifikasi(found)
}

async function countWrong(dokumenId: string, tx: Transaction): Promise<Refusal> {
  await countWrongPin(dokumenId, PIN_GAGAL_MAX, PIN_TUTUP_MENIT, tx)
  return invalidField('pin', 'pin_salah')
}

/** The public halves of all keys that seals were made with (RFC 7517), old ones too. */
export const readJwks = async () => ({ keys: (await listKunci()).map(jwkOf) })
