import { SESI_HIDUP } from './sesi'
import { query } from './sql'

/** A session as its owner sees it in a list. */
export interface SesiListRow {
  readonly id: string
  readonly perangkat: string | null
  readonly alamat: string | null
  readonly dibuat_pada: Date
  readonly terakhir_dipakai: Date
  readonly berlaku_sampai: Date
}

const LIST = {
  name: 'list_sesi_of',
  text: `
    SELECT s.id, s.perangkat, s.alamat, s.dibuat_pada, s.terakhir_dipakai, s.berlaku_sampai FROM sesi s
     WHERE s.pengguna_id = $1 AND ${SESI_HIDUP} ORDER BY s.terakhir_dipakai DESC, s.id DESC`,
}

/** The living sessions of somebody, last used first. */
export const listSesiOf = (penggunaId: string) => query<SesiListRow>(LIST, [penggunaId])

const DELETE_OWN = { name: 'delete_own_sesi', text: 'DELETE FROM sesi WHERE id = $1 AND pengguna_id = $2 RETURNING 1' }

/** Ends one session of this very person. @returns false when they have none such */
export const deleteOwnSesi = async (id: string, penggunaId: string): Promise<boolean> =>
  (await query(DELETE_OWN, [id, penggunaId])).length > 0
