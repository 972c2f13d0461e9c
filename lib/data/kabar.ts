import { HADIR_MS } from '@/lib/domain/kabar'
import type { Peran } from '@/lib/domain/pengguna'
import { isUnread } from './pesan'
import { query, statement, type Transaction } from './sql'
import { isNow, iso } from './times'

/** What there is to tell somebody of a konsultasi. */
export interface KabarRow {
  readonly peran: Peran
  readonly terlama: number | null
  readonly terbaru: number | null
  readonly dikabari: number
  readonly terlihatSampai: Date | null
}

const READ_KABAR = statement({
  name: 'read_kabar',
  text: `
    SELECT u.peran, belum.terlama, belum.terbaru, coalesce(d.urutan, 0) AS dikabari,
           (SELECT max(m.sampai) FROM melihat m WHERE m.konsultasi_id = k.id AND m.pengguna_id = u.id AND ${isNow('m.sampai', HADIR_MS)}) AS terlihat_sampai
      FROM konsultasi k JOIN pengguna u ON u.id = $2 AND u.id IN (k.pasien_id, k.dokter_id)
      LEFT JOIN dikabari d ON d.konsultasi_id = k.id AND d.pengguna_id = u.id
      CROSS JOIN LATERAL (
        SELECT min(b.urutan) AS terlama, max(b.urutan) AS terbaru FROM chat_messages b WHERE ${isUnread('b', 'u.id')}) belum
     WHERE k.id = $1`,
  row: { peran: 'peran', terlama: 'int4?', terbaru: 'int4?', dikabari: 'int4', terlihat_sampai: 'timestamptz?' },
})

/** @returns null when this person has no part in it */
export async function readKabar(konsultasiId: string, penggunaId: string): Promise<KabarRow | null> {
  const [row] = await query(READ_KABAR, [konsultasiId, penggunaId])
  return row ? { ...row, terlihatSampai: row.terlihat_sampai } : null
}

const CLAIM_KABAR = statement({
  name: 'claim_kabar',
  text: `
    INSERT INTO dikabari AS d (konsultasi_id, pengguna_id, urutan) VALUES ($1, $2, $4)
    ON CONFLICT (konsultasi_id, pengguna_id) DO UPDATE SET urutan = EXCLUDED.urutan WHERE d.urutan < $3::int
    RETURNING 1`,
  row: {},
})

/** Writes down that this person is told of what is unread from `terlama` to `sampai`. @returns false when somebody else tells them already */
export const claimKabar = async (
  konsultasiId: string,
  penggunaId: string,
  { terlama, sampai }: { terlama: number; sampai: number },
  tx: Transaction,
): Promise<boolean> => (await query(CLAIM_KABAR, [konsultasiId, penggunaId, terlama, sampai], tx)).length > 0

/** SQL for the one row of `AllUnread` of this reader. */
const allUnread = (reader: string): string => `
    SELECT count(*)::int AS unread_count, (count(*) FILTER (WHERE k.status NOT IN ('pending', 'active')))::int AS unread_selesai,
           (SELECT ${iso('max(berdering_pada)')} FROM penanda WHERE dokter_id = ${reader} AND berdering_pada IS NOT NULL) AS pengingat
      FROM chat_messages b JOIN konsultasi k ON k.id = b.konsultasi_id
     WHERE b.penerima_id = ${reader} AND ${isUnread('b', reader)}`

/** SQL for the same as JSON. */
export const allUnreadJson = (reader: string): string => `(SELECT row_to_json(semua) FROM (${allUnread(reader)}) semua)`

export const COUNT_ALL_UNREAD = statement({
  name: 'count_all_unread',
  text: allUnread('$1::uuid'),
  row: { unread_count: 'int4', unread_selesai: 'int4', pengingat: 'text?' },
})

/** How much waits for somebody. */
export interface AllUnread {
  readonly unread_count: number
  /** Of it in konsultasi that have ended. */
  readonly unread_selesai: number
  /** When a reminder of theirs began to ring last that nobody has taken; null when none rings. */
  readonly pengingat: string | null
}

/** What this person has not read, in all konsultasi together, and what rings for them. */
export async function countAllUnread(penggunaId: string): Promise<AllUnread> {
  const [row] = await query(COUNT_ALL_UNREAD, [penggunaId])
  return row ?? { unread_count: 0, unread_selesai: 0, pengingat: null }
}
