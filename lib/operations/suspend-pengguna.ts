import type { SetStatusPengguna } from '@/lib/contract/admin'
import type { PenggunaView } from '@/lib/contract/pengguna'
import { endAccess } from '@/lib/data/akun'
import { insertAudit } from '@/lib/data/audit'
import { findPengguna, lockAllPengguna, setAktif } from '@/lib/data/pengguna'
import type { Ended } from '@/lib/data/sesi'
import { type Transaction, transaction } from '@/lib/data/sql'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canComeBack, canSetStatusOf, canSetStatusPengguna } from '@/lib/policy/pengguna'
import { presentPengguna } from '@/lib/presenters/pengguna'
import { cutConnections } from '@/lib/realtime/disconnect'

/**
 * Suspends somebody, or lets them back, with a reason. Suspending ends every session of theirs and every letter that replaces a password or an
 * address in the same transaction, so that the account comes back without any, and closes their open sockets afterwards. What they wrote stays
 * in the record, and their konsultasi as they are. Where the account already is as asked, nothing changes and nothing is written down. Nobody
 * suspends themselves: that is `forbidden`, so that the last admin cannot lock everybody out.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function setStatusPengguna(actor: Actor, id: string, { aktif, alasan }: SetStatusPengguna): Promise<PenggunaView> {
  allow(canSetStatusPengguna(actor))
  const penggunaId = uuidOf('pengguna', id)
  if (!penggunaId) throw new Refusal('not_found')
  allow(canSetStatusOf(actor, penggunaId, aktif))
  // Read before it happens: after the commit nothing may end in an error.
  const before = await findPengguna(penggunaId)
  if (!before) throw new Refusal('not_found')
  cutConnections(await transaction((tx) => change(actor, penggunaId, aktif, alasan, tx)))
  return presentPengguna({ ...before, aktif })
}

// Both accounts are held: two admins who suspend each other at the same moment do not both succeed. It waits for a sign-in under way, whose
// session is then ended with the others.
async function change(actor: Actor, penggunaId: string, aktif: boolean, alasan: string, tx: Transaction): Promise<Ended[]> {
  const locked = await lockAllPengguna([actor.id, penggunaId], tx)
  if (!locked.find(({ id }) => id === actor.id)?.aktif) throw new Refusal('unauthenticated')
  const pengguna = locked.find(({ id }) => id === penggunaId)
  if (!pengguna) throw new Refusal('not_found')
  if (aktif) allow(canComeBack(pengguna))
  if (pengguna.aktif === aktif) return []
  await setAktif(penggunaId, aktif, tx)
  await insertAudit({ aktor: actor, aksi: aktif ? 'pengguna.dipulihkan' : 'pengguna.ditangguhkan', penggunaId, alasan }, tx)
  return aktif ? [] : endAccess(penggunaId, tx)
}
