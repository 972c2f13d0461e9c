import { countReaction } from '@/lib/auth/activity-limit'
import type { PesanView } from '@/lib/contract/pesan'
import { lockKonsultasi } from '@/lib/data/mark-pesan'
import { findPesanFor } from '@/lib/data/pesan'
import { putReaksi } from '@/lib/data/reaksi'
import { transaction } from '@/lib/data/sql'
import type { Actor } from '@/lib/domain/pengguna'
import type { Emoji } from '@/lib/domain/pesan'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canWrite } from '@/lib/policy/pesan'
import { presentPesan } from '@/lib/presenters/pesan'
import { publishPesan } from '@/lib/realtime/publish'

/**
 * Puts this person's one reaction on a pesan, or takes it away (null). The same once more changes nothing.
 * @throws Refusal `not_found`, `forbidden`, `konsultasi_not_active`, `pesan_deleted`, `rate_limited`
 */
export async function reactToPesan(actor: Actor, id: string, emoji: Emoji | null): Promise<PesanView> {
  const found = await findPesanFor(actor, id)
  allow(canWrite(actor, found))
  await countReaction(actor)
  // What is answered is read before the commit: after it nothing may fail that has happened.
  const { isNew, after } = await transaction(async (tx) => {
    const { rev, status } = await lockKonsultasi(found.id, tx)
    if (status !== 'active') throw new Refusal('konsultasi_not_active')
    const isNew = await putReaksi({ pesanId: found.pesan.id, konsultasiId: found.id, rev }, actor.id, emoji, tx)
    return { isNew, after: await findPesanFor(actor, id, tx) }
  })
  if (isNew) publishPesan('MessageUpdated', after, after.pesan)
  return presentPesan(actor, after.pesan)
}
