import type { SesiView } from '@/lib/contract/akun'
import { deleteOwnSesi, deleteSesiOf } from '@/lib/data/sesi'
import { listSesiOf, type SesiListRow } from '@/lib/data/sesi-sendiri'
import { transaction } from '@/lib/data/sql'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
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
