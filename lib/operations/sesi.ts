import type { WithAlasan } from '@/lib/contract/admin'
import type { SesiView } from '@/lib/contract/akun'
import { insertAudit } from '@/lib/data/audit'
import { lockPengguna } from '@/lib/data/pengguna'
import { deleteEndedSesi, deleteOwnSesi, deleteSesiOf } from '@/lib/data/sesi'
import { listSesiOf, type SesiListRow } from '@/lib/data/sesi-sendiri'
import { transaction } from '@/lib/data/sql'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canEndSesiOf } from '@/lib/policy/pengguna'
import { cutConnections } from '@/lib/realtime/disconnect'

/** One's own sessions, last used first; `ini` is the one that asks. */
export const listOwnSesi = async (actor: Actor): Promise<SesiView[]> =>
  (await listSesiOf(actor.id)).map((row) => presentSesi(row, actor.sesiId))

/** Ends one of one's own sessions, this one too; what it listened to falls silent. @throws Refusal `not_found`, also for somebody else's */
export async function endOwnSesi(actor: Actor, id: string): Promise<void> {
  const sesiId = uuidOf('sesi', id)
  const ended = sesiId ? await deleteOwnSesi(sesiId, actor.id) : []
  if (ended.length === 0) throw new Refusal('not_found')
  cutConnections(ended)
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSesi(actor: Actor): Promise<void> {
  cutConnections(await transaction((tx) => deleteSesiOf(actor.id, tx, actor.sesiId)))
}

const presentSesi = (row: SesiListRow, own: string): SesiView => ({
  id: toId('sesi', row.id),
  perangkat: row.perangkat,
  alamat: row.alamat,
  dibuat_pada: row.dibuat_pada.toISOString(),
  terakhir_dipakai: row.terakhir_dipakai.toISOString(),
  berlaku_sampai: row.berlaku_sampai.toISOString(),
  ini: row.id === own,
})

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

/** Sweeps sessions whose time is over, however many have gathered; what they still listened to falls silent. */
export async function sweepSesi(): Promise<void> {
  for (let ended = await deleteEndedSesi(); ended.length > 0; ended = await deleteEndedSesi()) cutConnections(ended)
}
