import type { PesanView } from '@/lib/contract/pesan'
import { lockKonsultasi } from '@/lib/data/mark-pesan'
import { findPesanFor } from '@/lib/data/pesan'
import { putReaksi } from '@/lib/data/reaksi'
import { transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import type { Emoji } from '@/lib/domain/pesan'
import { Refusal } from '@/lib/domain/refusal'
import { canTakePart } from '@/lib/policy/konsultasi'
import { publishPesan } from '@/lib/realtime/publish'
import { presentPesan } from './present-pesan'

/**
 * Puts this person's one reaction on a pesan, or takes it away (null). The same once more changes nothing.
 * @throws Refusal `not_found`, `forbidden`, `konsultasi_not_active`, `pesan_deleted`
 */
export async function reactToPesan(actor: Actor, id: string, emoji: Emoji | null): Promise<PesanView> {
  const found = await findPesanFor(actor, id)
  if (!canTakePart(actor, found)) throw new Refusal('forbidden')
  const isNew = await transaction(async (tx) => {
    const { rev, status } = await lockKonsultasi(found.id, tx)
    if (status !== 'active') throw new Refusal('konsultasi_not_active')
    return putReaksi({ pesanId: found.pesan.id, konsultasiId: found.id, rev }, actor.id, emoji, tx)
  })
  const after = await findPesanFor(actor, id)
  if (isNew) publishPesan('MessageUpdated', after.pesan, { pasien_id: after.pasienId, dokter_id: after.dokterId })
  return presentPesan(after.pesan)
}
