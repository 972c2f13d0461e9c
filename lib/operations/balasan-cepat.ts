import { countBalasanChange } from '@/lib/auth/activity-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import type { BalasanView, KeepBalasan } from '@/lib/contract/balasan-cepat'
import { type BalasanRow, countBalasan, deleteBalasan, findBalasanFor, keepBalasan, listBalasanOf } from '@/lib/data/balasan-cepat'
import { type Transaction, transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import { BALASAN_MAX } from '@/lib/domain/balasan-cepat'
import { newUuid, toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canKeepBalasan, ownerOfBalasan } from '@/lib/policy/balasan-cepat'

const present = ({ id, pemilik_id, pintasan, judul, isi }: BalasanRow): BalasanView => ({
  id: toId('balasan', id),
  pintasan,
  judul,
  isi,
  milik: pemilik_id === null ? 'klinik' : 'saya',
})

/** A dokter's own quick replies, then those of the clinic; an admin's are those. @throws Refusal `forbidden` */
export async function listBalasan(actor: Actor): Promise<BalasanView[]> {
  allow(canKeepBalasan(actor))
  return (await listBalasanOf(ownerOfBalasan(actor))).map(present)
}

/** Keeps another one. @throws Refusal `forbidden`, `validation_failed` on `pintasan`, `rate_limited` */
export function addBalasan(actor: Actor, given: KeepBalasan): Promise<BalasanView> {
  return change(actor, async (tx) => {
    const pemilik_id = ownerOfBalasan(actor)
    if ((await countBalasan(pemilik_id, tx)) >= BALASAN_MAX)
      throw new Refusal('validation_failed', { fields: { pintasan: [{ key: 'too_many', params: { max: BALASAN_MAX } }] } })
    return keepBalasan({ id: newUuid(), pemilik_id, ...given }, tx)
  })
}

/** Changes one. @throws Refusal `forbidden`, `not_found`, `validation_failed` on `pintasan`, `rate_limited` */
export const editBalasan = (actor: Actor, id: string, given: KeepBalasan): Promise<BalasanView> =>
  change(actor, async (tx) => keepBalasan({ ...(await findBalasanFor(actor, id, tx)), ...given }, tx))

/** Drops one; what was written with it stays. @throws Refusal `forbidden`, `not_found`, `rate_limited` */
export const dropBalasan = (actor: Actor, id: string): Promise<BalasanView> =>
  change(actor, async (tx) => {
    const known = await findBalasanFor(actor, id, tx)
    await deleteBalasan(known.id, tx)
    return known
  })

async function change(actor: Actor, work: (tx: Transaction) => Promise<BalasanRow>): Promise<BalasanView> {
  allow(canKeepBalasan(actor))
  await countBalasanChange(actor)
  try {
    return present(
      await transaction(async (tx) => {
        await holdOwnAccount(actor, tx)
        return work(tx)
      }),
    )
  } catch (error) {
    if (isTaken(error)) throw invalidField('pintasan', 'pintasan')
    throw error
  }
}
