import { SESI_HIDUP } from './sesi'
import { query, statement } from './sql'

/** A session as its owner sees it in a list. */
export interface SesiListRow {
  readonly id: string
  readonly perangkat: string | null
  readonly alamat: string | null
  readonly dibuat_pada: Date
  readonly terakhir_dipakai: Date
  readonly berlaku_sampai: Date
}

const LIST = statement({
  name: 'list_sesi_of',
  text: `
    SELECT s.id, s.perangkat, s.alamat, s.dibuat_pada, s.terakhir_dipakai, s.berlaku_sampai FROM sesi s
     WHERE s.pengguna_id = $1 AND ${SESI_HIDUP} ORDER BY s.terakhir_dipakai DESC, s.id DESC`,
  row: {
    id: 'uuid',
    perangkat: 'text?',
    alamat: 'text?',
    dibuat_pada: 'timestamptz',
    terakhir_dipakai: 'timestamptz',
    berlaku_sampai: 'timestamptz',
  },
})

/** The living sessions of somebody, last used first. */
export const listSesiOf = (penggunaId: string) => query(LIST, [penggunaId])
