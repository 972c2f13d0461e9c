import type { PenilaianView, RateKonsultasi } from '@/lib/contract/alih'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { keepPenilaian } from '@/lib/data/penilaian'
import { transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import { PENILAIAN_DAYS } from '@/lib/domain/penilaian'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canRate } from '@/lib/policy/konsultasi'

/** Its pasien rates a completed konsultasi, within so many days of its end; again replaces. @throws Refusal `not_found`, `forbidden`, `invalid_transition` */
export async function rateKonsultasi(actor: Actor, id: string, given: RateKonsultasi): Promise<PenilaianView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  allow(canRate(actor, konsultasi))
  const penilaian = { bintang: given.bintang, komentar: given.komentar || null }
  if (!(await transaction((tx) => keepPenilaian(konsultasi.id, penilaian, PENILAIAN_DAYS, tx)))) throw new Refusal('invalid_transition')
  return penilaian
}
