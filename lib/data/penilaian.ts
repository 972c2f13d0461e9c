import { query, statement, type Transaction } from './sql'

/** SQL: what its pasien said of konsultasi `k`, as JSON; null where they said nothing. */
export const PENILAIAN_JSON = `(
  SELECT json_build_object('bintang', n.bintang, 'komentar', n.komentar) FROM penilaian n WHERE n.konsultasi_id = k.id)`

// Of two at once the second one waits for the row of the konsultasi, and counts from what the first one left.
const LOCK = statement({
  name: 'lock_rated',
  text: `
    SELECT k.status = 'completed' AND k.selesai_pada > now() - make_interval(days => $2) AS boleh, k.dokter_id
      FROM konsultasi k WHERE k.id = $1 FOR NO KEY UPDATE`,
  row: { boleh: 'bool?', dokter_id: 'uuid' },
})
const READ_BINTANG = statement({
  name: 'read_bintang',
  text: 'SELECT bintang FROM penilaian WHERE konsultasi_id = $1',
  row: { bintang: 'int4' },
})
const KEEP = statement({
  name: 'keep_penilaian',
  text: `
    INSERT INTO penilaian (konsultasi_id, dokter_id, bintang, komentar) VALUES ($1, $2, $3, $4)
    ON CONFLICT (konsultasi_id) DO UPDATE SET bintang = $3, komentar = $4, pada = now()`,
  row: {},
})
const COUNT = statement({
  name: 'count_penilaian',
  text: 'UPDATE dokter SET nilai_total = nilai_total + $2, nilai_jumlah = nilai_jumlah + $3 WHERE pengguna_id = $1',
  row: {},
})

/** Rates a konsultasi that ended at most so many days ago, anew or again; the dokter's sum goes with it. @returns false when it cannot be rated (now) */
export async function keepPenilaian(
  konsultasiId: string,
  { bintang, komentar }: { bintang: number; komentar: string | null },
  days: number,
  tx: Transaction,
): Promise<boolean> {
  const [k] = await query(LOCK, [konsultasiId, days], tx)
  if (!k?.boleh) return false
  const [before] = await query(READ_BINTANG, [konsultasiId], tx)
  await query(KEEP, [konsultasiId, k.dokter_id, bintang, komentar], tx)
  await query(COUNT, [k.dokter_id, bintang - (before?.bintang ?? 0), before ? 0 : 1], tx)
  return true
}
