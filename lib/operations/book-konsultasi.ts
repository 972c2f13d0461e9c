import type { BookKonsultasi, KonsultasiView } from '@/lib/contract/konsultasi'
import { findBookable } from '@/lib/data/dokter'
import { insertKonsultasi, type NewKonsultasi } from '@/lib/data/konsultasi'
import { type KonsultasiRow, readKonsultasiRow } from '@/lib/data/konsultasi-row'
import { hasOpenKonsultasi } from '@/lib/data/open-konsultasi'
import { transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import { newUuid, uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { expireLater } from '@/lib/jobs/later'
import { canBook } from '@/lib/policy/konsultasi'
import { publishKonsultasi } from '@/lib/realtime/publish'
import { holdOwnAccount } from './hold-own-account'
import { presentKonsultasi } from './present-konsultasi'

/**
 * A pasien asks a dokter for a konsultasi. Of two bookings with the same dokter at the same moment one wins.
 * @throws Refusal `forbidden`, `konsultasi_exists`, `dokter_unavailable`, `validation_failed` on `dokter_id`
 */
export async function bookKonsultasi(actor: Actor, { dokter_id, keluhan }: BookKonsultasi): Promise<KonsultasiView> {
  if (!canBook(actor)) throw new Refusal('forbidden')
  const dokterId = uuidOf('pengguna', dokter_id)
  if (!dokterId) throw invalidField('dokter_id', 'dokter')
  const { booked, row } = await book(actor, { id: newUuid(), pasienId: actor.id, dokterId, keluhan })
  publishKonsultasi(booked)
  return presentKonsultasi(row)
}

async function book(actor: Actor, k: NewKonsultasi): Promise<{ booked: KonsultasiHead; row: KonsultasiRow }> {
  try {
    return await transaction(async (tx) => {
      // So that none is booked by an account that is being closed.
      await holdOwnAccount(actor, tx)
      if (await hasOpenKonsultasi(k.pasienId, k.dokterId, tx)) throw new Refusal('konsultasi_exists')
      const dokter = await findBookable(k.dokterId, tx)
      if (!dokter) throw invalidField('dokter_id', 'dokter')
      if (!dokter.tersedia) throw new Refusal('dokter_unavailable')
      const booked = await insertKonsultasi(k, tx)
      await expireLater(tx)
      return { booked, row: await readKonsultasiRow(booked.id, k.pasienId, tx) }
    })
  } catch (error) {
    if (isTaken(error, 'konsultasi_terbuka')) throw new Refusal('konsultasi_exists')
    throw error
  }
}
