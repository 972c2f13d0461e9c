import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import { type AsalBahaya, type Aturan, type TingkatBahaya, VERSI_TRIASE } from '@/lib/domain/triase/aturan'
import { addJob } from './jobs'
import { HEAD, HEAD_ROW, headOf } from './konsultasi'
import { lockKonsultasi } from './mark-pesan'
import { query, statement, type Transaction } from './sql'
import { iso } from './times'

/** A sign of danger of a konsultasi; ids are plain UUIDs, times ISO 8601. */
export interface BahayaRow {
  readonly kode: string
  readonly tingkat: TingkatBahaya
  readonly asal: AsalBahaya
  readonly pesan_id: string | null
  readonly pada: string
  readonly diakui_pada: string | null
  readonly disangkal_pada: string | null
}

/** SQL: the signs of the konsultasi in this column, as they were raised. */
export const bahayaOf = (konsultasi: string): string => `(
  SELECT coalesce(json_agg(json_build_object('kode', b.kode, 'tingkat', b.tingkat, 'asal', b.asal, 'pesan_id', b.pesan_id, 'pada', ${iso('b.pada')},
           'diakui_pada', ${iso('b.diakui_pada')}, 'disangkal_pada', ${iso('b.disangkal_pada')}) ORDER BY b.pada, b.kode), '[]')
    FROM bahaya b WHERE b.konsultasi_id = ${konsultasi})`

// Each sign that is new moves `rev` by one. The caller holds the konsultasi's row, so that of two pesan with one sign the first one raises it.
const RAISE = statement({
  name: 'raise_bahaya',
  text: `
    WITH baru AS (
      INSERT INTO bahaya (konsultasi_id, kode, tingkat, asal, pesan_id, versi)
      SELECT $1, t.kode, t.tingkat, $2, $3, $4 FROM unnest($5::text[], $6::text[]) t (kode, tingkat)
      ON CONFLICT DO NOTHING
      RETURNING tingkat
    ), hitung AS (
      SELECT count(*)::int AS jumlah, coalesce(bool_or(tingkat = 'merah'), false) AS merah FROM baru
    )
    UPDATE konsultasi SET rev = rev + hitung.jumlah, mendesak = mendesak OR hitung.merah
      FROM hitung WHERE id = $1 AND hitung.jumlah > 0
    RETURNING ${HEAD}, hitung.merah`,
  row: { ...HEAD_ROW, merah: 'bool' },
})

interface Seen {
  readonly asal: AsalBahaya
  readonly pesanId: string | null
  readonly found: readonly Aturan[]
}

/** Seconds until a dokter is told: whoever has the page open sees it by then; and until they are written to, if nobody acknowledged it. */
const PUSH_AFTER = 2
const SURAT_AFTER = 5 * 60

/**
 * Raises what was found, each `kode` once in a konsultasi. Of what is merah its dokter is told: in the same transaction, so that neither is there
 * without the other.
 * @returns the konsultasi as it is now, or null when nothing of it was new
 */
export async function raiseBahaya(konsultasiId: string, { asal, pesanId, found }: Seen, tx: Transaction): Promise<KonsultasiHead | null> {
  if (found.length === 0) return null
  const signs = [found.map(({ kode }) => kode), found.map(({ tingkat }) => tingkat)]
  const [raised] = await query(RAISE, [konsultasiId, asal, pesanId, VERSI_TRIASE, ...signs], tx)
  if (raised?.merah) await tellOfMerah({ konsultasi_id: konsultasiId, pengguna_id: raised.dokter_id }, tx)
  return raised ? headOf(raised) : null
}

/** A sign that is merah waits for this dokter. */
export async function tellOfMerah(whom: { konsultasi_id: string; pengguna_id: string }, tx: Transaction): Promise<void> {
  await addJob(tx, 'kabari_bahaya', { ...whom, cara: 'push' }, { after: PUSH_AFTER })
  await addJob(tx, 'kabari_bahaya', { ...whom, cara: 'surat' }, { after: SURAT_AFTER })
}

const FIND = statement({
  name: 'find_bahaya',
  text: 'SELECT FROM bahaya WHERE konsultasi_id = $1 AND kode = $2',
  row: {},
})

/** Was this sign raised in this konsultasi? */
export const isRaised = async (konsultasiId: string, kode: string): Promise<boolean> => (await query(FIND, [konsultasiId, kode])).length > 0

const answer = (name: string, column: 'diakui_pada' | 'disangkal_pada') =>
  statement({
    name,
    text: `
    WITH kini AS (
      UPDATE bahaya SET ${column} = clock_timestamp() WHERE konsultasi_id = $1 AND kode = $2 AND ${column} IS NULL RETURNING kode
    )
    UPDATE konsultasi SET rev = rev + 1, mendesak = EXISTS (
        SELECT FROM bahaya b WHERE b.konsultasi_id = $1 AND b.tingkat = 'merah' AND b.diakui_pada IS NULL
           ${column === 'diakui_pada' ? 'AND b.kode <> $2' : ''})
      FROM kini WHERE id = $1
    RETURNING ${HEAD}`,
    row: HEAD_ROW,
  })

const ANSWERS = { akui: answer('acknowledge_bahaya', 'diakui_pada'), sangkal: answer('deny_bahaya', 'disangkal_pada') }

/**
 * Its dokter has seen a sign, or its pasien says that it is not so. The konsultasi is held first, so that two answers at once follow each other.
 * @returns null when that was said before
 */
export async function answerBahaya(
  konsultasiId: string,
  kode: string,
  how: keyof typeof ANSWERS,
  tx: Transaction,
): Promise<KonsultasiHead | null> {
  await lockKonsultasi(konsultasiId, tx)
  const [row] = await query(ANSWERS[how], [konsultasiId, kode], tx)
  return row ? headOf(row) : null
}

const COUNT = statement({
  name: 'count_bahaya',
  text: `
    SELECT kode, count(*)::int AS diangkat, count(diakui_pada)::int AS diakui, count(disangkal_pada)::int AS disangkal,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM diakui_pada - pada)) AS median_detik
      FROM bahaya GROUP BY kode`,
  row: { kode: 'text', diangkat: 'int4', diakui: 'int4', disangkal: 'int4', median_detik: 'float8?' },
})

/** How often each was raised, acknowledged and denied, of all konsultasi. */
export const countBahaya = () => query(COUNT, [])
