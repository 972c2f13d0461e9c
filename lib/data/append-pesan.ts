import { comesAfterEnd, TIPE_BIASA, type TipePesan } from '@/lib/domain/jenis-pesan'
import type { IsiProfil } from '@/lib/domain/profil'
import { invalidField } from '@/lib/domain/refusal'
import { kabariSql } from './jobs'
import { attachable } from './lampiran'
import { PESAN_JSON, type PesanRow } from './pesan'
import { query, shaped, statement, type Transaction, transaction } from './sql'

/** A pesan that is about to be stored. */
export interface NewPesan {
  readonly id: string
  readonly konsultasiId: string
  readonly pengirimId: string
  readonly clientId: string | null
  /** null follows the lampiran; without one it is `TIPE_BIASA`. */
  readonly tipePesan: TipePesan | null
  readonly pesan: string
  readonly balasKe: string | null
  readonly lampiranId: string | null
  /** What its kind carries and nothing else keeps. */
  readonly isi?: object | null
}

export interface AppendedPesan {
  readonly pesan: PesanRow
  readonly pasien_id: string
  readonly dokter_id: string
  /** Of what its pasien sent: whom the konsultasi treats, for the rules that look at the text. */
  readonly siapa: Dirawat | null
}

/** As it was at booking. */
type Dirawat = Pick<IsiProfil, 'tanggal_lahir' | 'jenis_kelamin' | 'hubungan'> & { readonly hamil: boolean | null }

const siapaSql = (
  k: string,
  pengirim: string,
) => `CASE WHEN ${pengirim} = ${k}.pasien_id THEN json_build_object('tanggal_lahir', ${k}.profil_awal->'tanggal_lahir',
             'jenis_kelamin', ${k}.profil_awal->'jenis_kelamin', 'hubungan', ${k}.profil_awal->'hubungan', 'hamil', ${k}.triase->'hamil') END`

// The row lock of `maju` makes the order: `urutan` has no gap, commit order is `rev` order, and a konsultasi that is being completed
// at this moment either still takes this pesan before its end or refuses it. Its time is taken under that lock too and never goes back, so
// that what is listed by time stands in the order of the conversation. Whoever sends is no longer typing. Whoever is to be told by push
// is told by a job that is written here, so that neither is there without the other; one for all pesan that come before it runs, and none
// for somebody without a subscription.
// `kirim` takes the lampiran in the same statement: a sweep that threw it away since we looked leaves `terlampir` false.
const appendTo = (name: string, stage: string) =>
  statement({
    name,
    text: `
    WITH maju AS (
      UPDATE konsultasi SET urutan = urutan + 1, rev = rev + 1, aktivitas_pada = greatest(clock_timestamp(), aktivitas_pada)
       WHERE id = $2 AND ${stage} AND $3 IN (pasien_id, dokter_id)
         AND ($7::uuid IS NULL OR EXISTS (SELECT FROM chat_messages WHERE konsultasi_id = $2 AND id = $7 AND dihapus_pada IS NULL))
         AND ($8::uuid IS NULL OR EXISTS (SELECT FROM lampiran a WHERE a.id = $8 AND ${attachable('$2', '$3')} AND a.tipe = coalesce($5, a.tipe)))
      RETURNING id, urutan, rev, pasien_id, dokter_id, aktivitas_pada, profil_awal, triase, CASE $3 WHEN pasien_id THEN dokter_id ELSE pasien_id END AS penerima_id
    ), kirim AS (
      UPDATE lampiran a SET dikirim_pada = now() FROM maju WHERE a.id = $8 AND ${attachable('maju.id', '$3')} RETURNING a.tipe
    ), p AS (
      INSERT INTO chat_messages (id, konsultasi_id, pengirim_id, urutan, rev, client_id, tipe_pesan, pesan, balas_ke, lampiran_id, dibuat_pada,
                                 penerima_id, isi)
      SELECT $1, id, $3, urutan, rev, $4, coalesce($5::tipe_pesan, (SELECT tipe FROM lampiran WHERE lampiran.id = $8), '${TIPE_BIASA}'), $6, $7, $8,
             aktivitas_pada, penerima_id, $9::jsonb
        FROM maju
      RETURNING *
    ), diam AS (
      DELETE FROM mengetik WHERE konsultasi_id = $2 AND pengguna_id = $3
    ), kabar AS MATERIALIZED (
      SELECT (${kabariSql('id', 'penerima_id')}).id
        FROM maju WHERE EXISTS (SELECT FROM langganan_push l WHERE l.pengguna_id = penerima_id)
                     OR EXISTS (SELECT FROM pilihan_kabar c WHERE c.pengguna_id = penerima_id AND c.jenis = 'pesan' AND c.surat)
    )
    SELECT ${PESAN_JSON} AS pesan, maju.pasien_id, maju.dokter_id, $8 IS NULL OR EXISTS (SELECT FROM kirim) AS terlampir,
           (SELECT count(id) FROM kabar) AS kabar, ${siapaSql('maju', '$3::uuid')} AS siapa
      FROM p JOIN pengguna u ON u.id = p.pengirim_id, maju`,
    row: {
      pesan: shaped<PesanRow>('json'),
      pasien_id: 'uuid',
      dokter_id: 'uuid',
      terlampir: 'bool',
      kabar: 'int8',
      siapa: shaped<Dirawat | null>('json'),
    },
  })

const APPEND_PESAN = appendTo('append_pesan', "status = 'active'")
const APPEND_AFTER_END = appendTo('append_pesan_after_end', "status IN ('active', 'completed')")

const AWAIT_KONSULTASI = statement({
  name: 'await_konsultasi',
  text: 'SELECT FROM konsultasi WHERE id = $1 FOR NO KEY UPDATE',
  row: {},
})

/**
 * Stores a pesan as the next one of its konsultasi, and with it its lampiran: both or neither.
 * @returns null when the konsultasi takes none (it is not active, not the sender's, or what it replies to or attaches is not there)
 * @throws a unique violation when this `client_id` or this lampiran was used before; Refusal `validation_failed` when the lampiran was swept
 * at this very moment (the caller's transaction must then not commit)
 */
export async function appendPesan(pesan: NewPesan, tx: Transaction): Promise<AppendedPesan | null> {
  const { id, konsultasiId, pengirimId, clientId, tipePesan, balasKe, lampiranId, isi } = pesan
  // The statement below looks at what it replies to as things were when it began. Having waited first for whoever deletes that at this
  // moment, it begins after them: no reply comes after the tombstone.
  if (balasKe) await query(AWAIT_KONSULTASI, [konsultasiId], tx)
  const values = [id, konsultasiId, pengirimId, clientId, tipePesan, pesan.pesan, balasKe, lampiranId, isi ? JSON.stringify(isi) : null]
  const [row] = await query(tipePesan && comesAfterEnd(tipePesan) ? APPEND_AFTER_END : APPEND_PESAN, values, tx)
  if (row && !row.terlampir) throw invalidField('lampiran_id', 'lampiran')
  return row ?? null
}

const FIND_APPENDED = statement({
  name: 'find_appended',
  text: `
    SELECT ${PESAN_JSON} AS pesan, k.pasien_id, k.dokter_id, ${siapaSql('k', 'p.pengirim_id')} AS siapa
      FROM chat_messages p JOIN pengguna u ON u.id = p.pengirim_id JOIN konsultasi k ON k.id = p.konsultasi_id WHERE p.id = $1`,
  row: { pesan: shaped<PesanRow>('json'), pasien_id: 'uuid', dokter_id: 'uuid', siapa: shaped<Dirawat | null>('json') },
})

/** What became of a pesan whose commit was not answered. Waits for whoever still holds its konsultasi. @returns null when it was not stored */
export const findAppended = ({ id, konsultasiId }: Pick<NewPesan, 'id' | 'konsultasiId'>): Promise<AppendedPesan | null> =>
  transaction(async (tx) => {
    await query(AWAIT_KONSULTASI, [konsultasiId], tx)
    const [row] = await query(FIND_APPENDED, [id], tx)
    return row ?? null
  })

export interface SentPesan {
  readonly pesan: PesanRow
  /** The text as it was sent, also when the pesan was deleted since: never for a client's eyes. */
  readonly asli: string
  readonly balas_ke: string | null
  readonly lampiran_id: string | null
  readonly isi: object | null
}

const FIND_SENT = statement({
  name: 'find_sent',
  text: `
    SELECT ${PESAN_JSON} AS pesan, p.pesan AS asli, p.balas_ke, p.lampiran_id, p.isi FROM chat_messages p JOIN pengguna u ON u.id = p.pengirim_id
     WHERE p.konsultasi_id = $1 AND p.pengirim_id = $2 AND p.client_id = $3`,
  row: { pesan: shaped<PesanRow>('json'), asli: 'text', balas_ke: 'uuid?', lampiran_id: 'uuid?', isi: shaped<object | null>('jsonb') },
})

/** What this sender stored under this `client_id`, if anything. */
export async function findSent(konsultasiId: string, pengirimId: string, clientId: string): Promise<SentPesan | null> {
  const [row] = await query(FIND_SENT, [konsultasiId, pengirimId, clientId])
  return row ?? null
}
