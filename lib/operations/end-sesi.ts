import type { WithAlasan } from '@/lib/contract/admin'
import { insertAudit } from '@/lib/data/audit'
import { lockPengguna } from '@/lib/data/pengguna'
import { deleteSesiOf } from '@/lib/data/sesi'
import { transaction } from '@/lib/data/sql'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canEndSesiOf } from '@/lib/policy/pengguna'
import { cutConnections } from '@/lib/realtime/disconnect'

/**
 * An admin ends every session of somebody, with a reason: a telephone was lost. It counts from their very next request, their open sockets
 * are closed, and they may sign in again. One's own sessions end too, this one among them.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function endSesiOf(actor: Actor, id: string, { alasan }: WithAlasan): Promise<void> {
  allow(canEndSesiOf(actor))
  const penggunaId = uuidOf('pengguna', id)
  if (!penggunaId) throw new Refusal('not_found')
  const ended = await transaction(async (tx) => {
    // It waits for a sign-in under way, whose session is then ended with the others.
    if (!(await lockPengguna(penggunaId, tx))) throw new Refusal('not_found')
    await insertAudit({ aktor: actor, aksi: 'pengguna.sesi_diakhiri', penggunaId, alasan }, tx)
    return deleteSesiOf(penggunaId, tx)
  })
  cutConnections(ended)
}
