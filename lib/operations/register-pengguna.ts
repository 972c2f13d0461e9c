import { countRegistration } from '@/lib/auth/activity-limit'
import { isCommonPassword } from '@/lib/auth/common-passwords'
import { hashPassword } from '@/lib/auth/password'
import type { PenggunaView, RegisterPengguna } from '@/lib/contract/pengguna'
import { isPrismaTaken, prisma } from '@/lib/data/prisma'
import { dateOf } from '@/lib/data/sip'
import { transaction } from '@/lib/data/sql'
import { newUuid } from '@/lib/domain/id'
import { PRIVASI_VERSI } from '@/lib/domain/privasi'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { log } from '@/lib/log'
import { askToConfirm } from './confirm-email'
import { recordConsent } from './consent'
import { PENGGUNA_COLUMNS, presentPengguna } from './present-pengguna'

/**
 * Makes an account for a pasien, or for a dokter who then waits for verification.
 * `alamat` is where it is asked from, null when nobody knows. The address is to be confirmed by a letter, unless that is given.
 * @throws Refusal `email_taken`, `validation_failed` on `password`, `rate_limited`
 */
export async function registerPengguna(
  input: RegisterPengguna,
  alamat: string | null = null,
  konfirmasi: 'asked' | 'given' = 'asked',
): Promise<PenggunaView> {
  if (isCommonPassword(input.password)) throw invalidField('password', 'common_password')
  await countRegistration(alamat)
  const { nama, email, peran } = input
  const emailDikonfirmasiPada = konfirmasi === 'given' ? new Date() : null
  const account = { id: newUuid(), nama, email, peran, kataSandi: await hashPassword(input.password), emailDikonfirmasiPada }
  try {
    const made = await prisma().pengguna.create({ data: { ...account, ...profileOf(input) }, select: PENGGUNA_COLUMNS })
    if (input.persetujuan) await transaction((tx) => recordConsent({ id: account.id, alamat }, input.persetujuan ?? PRIVASI_VERSI, tx))
    if (konfirmasi === 'asked') await sendFirstLetter(account.id, email)
    return presentPengguna(made)
  } catch (error) {
    if (isPrismaTaken(error)) throw new Refusal('email_taken')
    throw error
  }
}

/** The account is there; without its letter it is reminded of, and another one can be asked for. */
const sendFirstLetter = (penggunaId: string, email: string) =>
  transaction((tx) => askToConfirm(penggunaId, email, tx)).catch((error: unknown) =>
    log.warn('the letter that confirms an address was not written down', { error }),
  )

function profileOf({ peran, spesialisasi = '', nomor_str = '', nomor_sip = '', sip_berlaku_sampai }: RegisterPengguna) {
  if (peran !== 'dokter') return {}
  const sipBerlakuSampai = sip_berlaku_sampai === undefined ? null : dateOf(sip_berlaku_sampai)
  return { dokter: { create: { spesialisasi, nomorStr: nomor_str, nomorSip: nomor_sip, sipBerlakuSampai } } }
}
