import { query, statement } from './sql'

/** Rows that move at once: about a tenth of a second, and no lock that a pesan or a search would wait for. */
const BATCH = 200

/** Where a move has come to: everything of later konsultasi was looked at. */
export interface MovePlace {
  readonly konsultasiId: string
  readonly urutan: number
}

// Newest konsultasi first. Each row is in exactly one of the two tables at any moment. The row is locked before it is asked whether its pesan
// was deleted, and a deletion takes the old row first (trigger pencarian_hapus): whichever comes second sees what the other did.
const MOVE = statement({
  name: 'move_pencarian',
  text: `
    WITH pilih AS MATERIALIZED (
      SELECT konsultasi_id, urutan FROM pencarian WHERE (konsultasi_id, urutan) < ($1::uuid, $2::int)
       ORDER BY konsultasi_id DESC, urutan DESC LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
    ), ambil AS (
      DELETE FROM pencarian o USING pilih WHERE (o.konsultasi_id, o.urutan) = (pilih.konsultasi_id, pilih.urutan)
      RETURNING o.konsultasi_id, o.urutan, o.pasien_id, o.dokter_id, o.dibuat_pada
    ), isi AS (
      INSERT INTO kata_pesan (konsultasi_id, urutan, pasien_id, dokter_id, dari_pasien, dibuat_pada, kata)
      SELECT a.konsultasi_id, a.urutan, a.pasien_id, a.dokter_id, p.pengirim_id = a.pasien_id, a.dibuat_pada, kata_akar(p.pesan)
        FROM ambil a JOIN chat_messages p ON (p.konsultasi_id, p.urutan) = (a.konsultasi_id, a.urutan) AND p.dihapus_pada IS NULL
      ON CONFLICT DO NOTHING
    )
    SELECT konsultasi_id, urutan FROM ambil ORDER BY konsultasi_id, urutan LIMIT 1`,
  row: { konsultasi_id: 'uuid', urutan: 'int4' },
})

/** Moves the next rows of `pencarian` to `kata_pesan`. @returns how far it came; null when nothing was left before that place */
export async function moveNextPencarian({ konsultasiId, urutan }: MovePlace): Promise<MovePlace | null> {
  const [last] = await query(MOVE, [konsultasiId, urutan])
  return last ? { konsultasiId: last.konsultasi_id, urutan: last.urutan } : null
}

const IS_LEFT = statement({ name: 'is_pencarian_left', text: 'SELECT EXISTS (SELECT FROM pencarian) AS ada', row: { ada: 'bool' } })

export async function isPencarianLeft(): Promise<boolean> {
  const [row] = await query(IS_LEFT, [])
  return row?.ada ?? false
}
