import { query, shaped, statement, type Transaction } from './sql'
import { iso } from './times'

/** A stretch of the log: how many rows, the first that does not fit to the one before (by number or by hash), and its end. */
export interface Stretch {
  readonly jumlah: number
  readonly rusak: { readonly nomor: number; readonly id: string; readonly pada: string } | null
  readonly nomor: number | null
  /** In hexadecimal. */
  readonly hash: string | null
}

// The database computes the hashes anew with the function of the trigger that wrote them: its text stands in the migration.
const CHECK_STRETCH = statement({
  name: 'check_rantai',
  text: `
    WITH potongan AS (SELECT a AS baris, a.nomor, a.hash FROM audit a WHERE a.nomor > $1 ORDER BY a.nomor LIMIT $3),
    berurutan AS (
      SELECT *, lag(nomor, 1, $1::int) OVER (ORDER BY nomor) AS nomor_lalu, lag(hash, 1, decode($2::text, 'hex')) OVER (ORDER BY nomor) AS hash_lalu
        FROM potongan),
    rusak AS (
      SELECT nomor, (baris).id, ${iso('(baris).pada')} AS pada FROM berurutan
       WHERE nomor <> nomor_lalu + 1 OR hash IS DISTINCT FROM audit_hash(baris, hash_lalu) ORDER BY nomor LIMIT 1)
    SELECT (SELECT count(*)::int FROM berurutan b WHERE b.nomor <= coalesce((SELECT nomor FROM rusak), b.nomor)) AS jumlah,
           (SELECT to_json(rusak) FROM rusak) AS rusak, akhir.nomor, encode(akhir.hash, 'hex') AS hash
      FROM (SELECT 1) ada LEFT JOIN LATERAL (SELECT nomor, hash FROM potongan ORDER BY nomor DESC LIMIT 1) akhir ON true`,
  row: { jumlah: 'int4', rusak: shaped<Stretch['rusak']>('json'), nomor: 'int4?', hash: 'text?' },
})

/** An end of the log: the number of a row, and its hash in hexadecimal. */
export interface Ujung {
  readonly nomor: number
  readonly hash: string
}

const FIND_UJUNG = statement({
  name: 'find_ujung',
  text: "SELECT nomor, encode(hash, 'hex') AS hash FROM audit ORDER BY nomor DESC LIMIT 1",
  row: { nomor: 'int4', hash: 'text' },
})

/** The end of the log as it is now; null while it is empty. */
export async function findUjung(): Promise<Ujung | null> {
  const [ujung] = await query(FIND_UJUNG, [])
  return ujung ?? null
}

const IS_IN_RANTAI = statement({
  name: 'is_in_rantai',
  text: "SELECT 1 FROM audit WHERE nomor = $1 AND hash = decode($2, 'hex')",
  row: {},
})

/** Is the row that was the end once still there, with the hash that it had? In a whole chain everything before it is then as it was. */
export const isInRantai = async ({ nomor, hash }: Ujung, tx?: Transaction): Promise<boolean> =>
  (await query(IS_IN_RANTAI, [nomor, hash], tx)).length > 0

/** Looks at up to `limit` rows after this one; at the beginning of the log that is number 0 without a hash. */
export async function checkStretch(after: { nomor: number; hash: string | null }, limit: number, tx?: Transaction): Promise<Stretch> {
  const [stretch] = await query(CHECK_STRETCH, [after.nomor, after.hash, limit], tx)
  return stretch as Stretch
}
