import { countRegistration } from '@/lib/auth/activity-limit'
import { isCommonPassword } from '@/lib/auth/common-passwords'
import { hashPassword } from '@/lib/auth/password'
import type { PenggunaView, RegisterPengguna } from '@/lib/contract/pengguna'
import { isPrismaTaken, prisma } from '@/lib/data/prisma'
import { dateOf } from '@/lib/data/sip'
import { newUuid } from '@/lib/domain/id'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { PENGGUNA_COLUMNS, presentPengguna } from './present-pengguna'

/**
 * Makes an account for a pasien, or for a dokter who then waits for verification.
 * `alamat` is where it is asked from, null when nobody knows.
 * @throws Refusal `email_taken`, `validation_failed` on `password`, `rate_limited`
 */
export async function registerPengguna(input: RegisterPengguna, alamat: string | null = null): Promise<PenggunaView> {
  if (isCommonPassword(input.password)) throw invalidField('password', 'common_password')
  await countRegistration(alamat)
  const { nama, email, peran } = input
  const account = { id: newUuid(), nama, email, peran, kataSandi: await hashPassword(input.password) }
  try {
    return presentPengguna(await prisma().pengguna.create({ data: { ...account, ...profileOf(input) }, select: PENGGUNA_COLUMNS }))
  } catch (error) {
    if (isPrismaTaken(error)) throw new Refusal('email_taken')
    throw error
  }
}

function profileOf({ peran, spesialisasi = '', nomor_str = '', nomor_sip = '', sip_berlaku_sampai }: RegisterPengguna) {
  if (peran !== 'dokter') return {}
  const sipBerlakuSampai = sip_berlaku_sampai === undefined ? null : dateOf(sip_berlaku_sampai)
  return { dokter: { create: { spesialisasi, nomorStr: nomor_str, nomorSip: nomor_sip, sipBerlakuSampai } } }
}
