import { AKTIF_MS } from '@/lib/domain/kabar'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import { HEAD_ROW, headOf } from './konsultasi'
import { query, shaped, statement, type Transaction } from './sql'
import { iso } from './times'

/** The own marks of a dokter in a konsultasi; times are ISO 8601. */
export interface PenandaRow {
  readonly disematkan: boolean
  readonly belum_dibaca: boolean
  readonly ingatkan_pada: string | null
  readonly catatan_pribadi: string | null
}

/** SQL: a `PenandaRow` as JSON from `penanda t`, which may be missing. */
export const PENANDA_JSON = `json_build_object('disematkan', coalesce(t.disematkan, false), 'belum_dibaca', coalesce(t.belum_dibaca, false),
             'ingatkan_pada', ${iso('t.ingatkan_pada')}, 'catatan_pribadi', t.catatan_pribadi)`

/** What is to be changed; undefined stays as it is. */
export type PenandaChange = { readonly [Name in keyof PenandaRow]: PenandaRow[Name] | undefined }

const KEEP = statement({
  name: 'keep_penanda',
  text: `
    INSERT INTO penanda AS t (konsultasi_id, dokter_id, disematkan, belum_dibaca, ingatkan_pada, catatan_pribadi)
    VALUES ($1, $2, coalesce($3::boolean, false), coalesce($4::boolean, false), $6::timestamptz, $8::text)
    ON CONFLICT (konsultasi_id, dokter_id) DO UPDATE
       SET disematkan = coalesce($3::boolean, t.disematkan), belum_dibaca = coalesce($4::boolean, t.belum_dibaca),
           ingatkan_pada = CASE WHEN $5::boolean THEN $6::timestamptz ELSE t.ingatkan_pada END,
           catatan_pribadi = CASE WHEN $7::boolean THEN $8::text ELSE t.catatan_pribadi END
    RETURNING ${PENANDA_JSON} AS penanda`,
  row: { penanda: shaped<PenandaRow>('json') },
})

/** Changes one's own marks in a konsultasi. @returns them as they are now */
export async function keepPenanda(konsultasiId: string, dokterId: string, change: PenandaChange, tx: Transaction): Promise<PenandaRow> {
  const { disematkan = null, belum_dibaca = null, ingatkan_pada, catatan_pribadi } = change
  const given = [ingatkan_pada !== undefined, ingatkan_pada ?? null, catatan_pribadi !== undefined, catatan_pribadi ?? null]
  const [row] = await query(KEEP, [konsultasiId, dokterId, disematkan, belum_dibaca, ...given], tx)
  return (row as { penanda: PenandaRow }).penanda
}

const OPENED = statement({
  name: 'open_penanda',
  text: 'UPDATE penanda SET belum_dibaca = false WHERE konsultasi_id = $1 AND dokter_id = $2 AND belum_dibaca',
  row: {},
})

/** It is opened: what its dokter had marked as not read no longer is. */
export const forgetUnreadMark = (konsultasiId: string, dokterId: string) => query(OPENED, [konsultasiId, dokterId])

// SKIP LOCKED: another instance rings those. A reminder that rang is left as a mark of what is not read, so that it is found again.
const RING = statement({
  name: 'ring_penanda',
  text: `
    WITH tiba AS (
      SELECT konsultasi_id, dokter_id FROM penanda WHERE ingatkan_pada <= clock_timestamp() LIMIT 500 FOR UPDATE SKIP LOCKED
    ), bunyi AS (
      UPDATE penanda t SET ingatkan_pada = NULL, belum_dibaca = true, berdering_pada = now() FROM tiba
       WHERE t.konsultasi_id = tiba.konsultasi_id AND t.dokter_id = tiba.dokter_id RETURNING t.konsultasi_id, t.dokter_id
    )
    SELECT k.id, k.pasien_id, k.dokter_id, k.penerus_id, k.status, k.rev,
           coalesce(h.pada > now() - make_interval(secs => ${AKTIF_MS / 1000}), false) AS hadir
      FROM konsultasi k JOIN bunyi ON bunyi.konsultasi_id = k.id AND bunyi.dokter_id = k.dokter_id
      LEFT JOIN kehadiran h ON h.pengguna_id = k.dokter_id`,
  row: { ...HEAD_ROW, hadir: 'bool' },
})

/** A konsultasi whose reminder rings from now on. */
interface Ringing {
  readonly konsultasi: KonsultasiHead
  /** Its dokter had a page before them a moment ago, which may take it. */
  readonly isHere: boolean
}

/** Lets the reminders ring whose time has come; each once, at most 500. */
export const ringDue = async (tx: Transaction): Promise<Ringing[]> =>
  (await query(RING, [], tx)).map(({ hadir, ...head }) => ({ konsultasi: headOf(head), isHere: hadir }))

// Locked in one order, and whoever comes second finds nothing left.
const TAKE_RINGING = statement({
  name: 'take_ringing_penanda',
  text: `
    WITH dering AS (
      SELECT konsultasi_id, berdering_pada FROM penanda
       WHERE dokter_id = $1::uuid AND berdering_pada IS NOT NULL ORDER BY konsultasi_id FOR UPDATE
    ), diambil AS (
      UPDATE penanda t SET berdering_pada = NULL FROM dering WHERE t.konsultasi_id = dering.konsultasi_id AND t.dokter_id = $1::uuid
    )
    SELECT k.id, p.nama, ${iso('dering.berdering_pada')} AS pada
      FROM dering JOIN konsultasi k ON k.id = dering.konsultasi_id JOIN profil p ON p.id = k.profil_id
     WHERE k.dokter_id = $1::uuid ORDER BY dering.berdering_pada, k.id`,
  row: { id: 'uuid', nama: 'text', pada: 'text' },
})

/** Takes all that rings for this dokter: each is given once, to one page. */
export const takeRinging = (dokterId: string): Promise<{ readonly id: string; readonly nama: string; readonly pada: string }[]> =>
  query(TAKE_RINGING, [dokterId])

const TAKE_ONE = statement({
  name: 'take_one_ringing_penanda',
  text: 'UPDATE penanda SET berdering_pada = NULL WHERE konsultasi_id = $1 AND dokter_id = $2 AND berdering_pada IS NOT NULL RETURNING 1',
  row: {},
})

/** Takes one that still rings. @returns false when a page has taken it */
export const takeOneRinging = async (konsultasiId: string, dokterId: string, tx: Transaction): Promise<boolean> =>
  (await query(TAKE_ONE, [konsultasiId, dokterId], tx)).length > 0
