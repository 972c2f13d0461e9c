import type { WithAlasan } from '@/lib/contract/admin'
import { insertAudit } from '@/lib/data/audit'
import { removeSecondFactor } from '@/lib/data/faktor-kedua'
import { lockPengguna } from '@/lib/data/pengguna'
import { deleteSesiOf } from '@/lib/data/sesi'
import { transaction } from '@/lib/data/sql'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canResetFactor, canResetFactorOf } from '@/lib/policy/pengguna'
import { cutConnections } from '@/lib/realtime/disconnect'

/**
 * An admin takes the second factor off somebody's account, with a reason: their telephone and their recovery codes are lost. Whoever found the
 * telephone may be signed in on it, so every session of theirs ends too. One's own is forbidden here: a stolen session must not be enough, and
 * one's own page asks for a code. Where there is none, nothing changes and nothing is written down.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function resetSecondFactor(actor: Actor, id: string, { alasan }: WithAlasan): Promise<void> {
  allow(canResetFactor(actor))
  const penggunaId = uuidOf('pengguna', id)
  if (!penggunaId) throw new Refusal('not_found')
  allow(canResetFactorOf(actor, penggunaId))
  const ended = await transaction(async (tx) => {
    if (!(await lockPengguna(penggunaId, tx))) throw new Refusal('not_found')
    if (!(await removeSecondFactor(penggunaId, tx))) return []
    await insertAudit({ aktor: actor, aksi: 'pengguna.faktor_dilepas', penggunaId, alasan }, tx)
    return deleteSesiOf(penggunaId, tx)
  })
  cutConnections(ended)
}
