import { countRegistration } from '@/lib/auth/activity-limit'
import { isCommonPassword } from '@/lib/auth/common-passwords'
import { mayWriteTo } from '@/lib/auth/letter-limit'
import { hashPassword } from '@/lib/auth/password'
import type { PenggunaView, RegisterPengguna } from '@/lib/contract/pengguna'
import { findAkun, insertAkun } from '@/lib/data/akun'
import { askToConfirm } from '@/lib/data/konfirmasi-email'
import { givePersetujuan } from '@/lib/data/persetujuan'
import { keepBahasa } from '@/lib/data/pilihan-kabar'
import { transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import type { Bahasa } from '@/lib/domain/bahasa'
import { newUuid } from '@/lib/domain/id'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { presentPengguna } from '@/lib/presenters/pengguna'

/** Where it is asked from and in which language; null when nobody knows. */
interface Asker {
  readonly alamat: string | null
  readonly bahasa: Bahasa | null
}

/**
 * Makes an account for a pasien, or for a dokter who then waits for verification: with its consent and the letter that confirms its address
 * (unless that is given), or not at all. Beyond the limit of letters the account is made without one; its owner can ask for it later.
 * @throws Refusal `email_taken`, `validation_failed` on `password`, `rate_limited`
 */
export async function registerPengguna(
  input: RegisterPengguna,
  { alamat, bahasa }: Asker = { alamat: null, bahasa: null },
  konfirmasi: 'asked' | 'given' = 'asked',
): Promise<PenggunaView> {
  if (isCommonPassword(input.password)) throw invalidField('password', 'common_password')
  await countRegistration(alamat)
  const { nama, email, peran, persetujuan } = input
  const id = newUuid()
  const kataSandi = await hashPassword(input.password, alamat)
  const akun = { id, nama, email, peran, kataSandi, emailDikonfirmasi: konfirmasi === 'given', dokter: papersOf(input) }
  const isToldByLetter = konfirmasi === 'asked' && !(await findAkun(email)) && (await mayWriteTo(email, alamat))
  try {
    await transaction(async (tx) => {
      await insertAkun(akun, tx)
      if (persetujuan) await givePersetujuan({ id, alamat }, persetujuan, tx)
      if (bahasa) await keepBahasa(id, bahasa, tx)
      if (isToldByLetter) await askToConfirm(id, email, tx)
    })
  } catch (error) {
    if (isTaken(error, 'pengguna_email_key')) throw new Refusal('email_taken')
    throw error
  }
  return presentPengguna({ id, nama, email, peran, aktif: true, status_verifikasi: akun.dokter && 'menunggu' })
}

const papersOf = ({ peran, spesialisasi = '', nomor_str = '', nomor_sip = '', sip_berlaku_sampai }: RegisterPengguna) =>
  peran === 'dokter' ? { spesialisasi, nomorStr: nomor_str, nomorSip: nomor_sip, sipBerlakuSampai: sip_berlaku_sampai ?? null } : null
