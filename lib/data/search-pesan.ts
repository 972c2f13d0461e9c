import type { CariPlace } from '@/lib/domain/cari'
import type { Actor } from '@/lib/domain/pengguna'
import { PESAN_JSON, type PesanRow } from './pesan'
import type { Sought } from './search-words'
import { query, type Statement } from './sql'

/** Whose pesan, and which of them. Ids are UUIDs that the caller has asked about. */
export interface CariScope {
  readonly konsultasiId: string | null
  readonly pengirim: { readonly id: string; readonly isPasien: boolean } | null
  readonly from: Date | null
  /** Only what is older than this. */
  readonly until: Date | null
  /** Only what comes after this place. */
  readonly after: CariPlace | null
  readonly limit: number
}

/** So many of the newest pesan are looked through one by one before the index of words is asked. */
const NEWEST_MAX = 1000

const ORDER = 'ORDER BY dibuat_pada DESC, konsultasi_id DESC, urutan DESC'
const PLACE = 'dibuat_pada >= $2::timestamptz AND (dibuat_pada, konsultasi_id, urutan) < ($3::timestamptz, $4::uuid, $5::bigint)'
const PESAN_OF = (found: string) => `
  SELECT ${PESAN_JSON} FROM ${found} c
    JOIN chat_messages p ON p.konsultasi_id = c.konsultasi_id AND p.urutan = c.urutan AND p.dihapus_pada IS NULL
    JOIN pengguna u ON u.id = p.pengirim_id
   ORDER BY c.dibuat_pada DESC, c.konsultasi_id DESC, c.urutan DESC`

// A common word is found at once among one's newest pesan, a rare one only by the index of words: that one would have to read every pesan
// that has a common word before it knew the newest. So both are asked, in this order; each reads little where the other would read much.
const newestStatement = (owner: 'pasien_id' | 'dokter_id'): Statement => ({
  name: `search_newest_${owner}`,
  text: `
    WITH terbaru AS (SELECT konsultasi_id, urutan, dibuat_pada, kata FROM pencarian WHERE ${owner} = $7 AND ${PLACE} ${ORDER} LIMIT ${NEWEST_MAX}),
         cocok AS (SELECT konsultasi_id, urutan, dibuat_pada FROM terbaru WHERE kata @@ $1::tsquery ${ORDER} LIMIT $6)
    SELECT ARRAY(${PESAN_OF('cocok')}) AS pesan,
           CASE WHEN (SELECT count(*) FROM cocok) < $6 THEN (SELECT count(*) FROM terbaru) < ${NEWEST_MAX} ELSE true END AS "isWhole"`,
})

const NEWEST = { pasien: newestStatement('pasien_id'), dokter: newestStatement('dokter_id') }

// The owner is one of the words, and the time is asked about afterwards: any other condition would tempt the planner to read another index
// from end to end beside that of words.
const EVERYWHERE = {
  name: 'search_everywhere',
  text: `
    WITH berkata AS MATERIALIZED (SELECT konsultasi_id, urutan, dibuat_pada FROM pencarian WHERE kata @@ $1::tsquery),
         cocok AS (SELECT * FROM berkata WHERE ${PLACE} ${ORDER} LIMIT $6)
    SELECT ARRAY(${PESAN_OF('cocok')}) AS pesan, true AS "isWhole"`,
}

/** Every statement of a search, for a test of how they are planned. */
export const SEARCH_STATEMENTS: readonly Statement[] = [NEWEST.pasien, NEWEST.dokter, EVERYWHERE]

interface Found {
  readonly pesan: PesanRow[]
  readonly isWhole: boolean
}

/** What of one's own konsultasi has these words, newest first, tombstones never. An admin has none of their own. */
export async function searchPesanRows(actor: Actor, sought: Sought, scope: CariScope): Promise<PesanRow[]> {
  const { id, peran } = actor
  if (peran === 'admin') return []
  const values = [`(${sought.all}) & ${markersOf(id, scope).join(' & ')}`, scope.from ?? '-infinity', ...placeOf(scope), scope.limit]
  const newest = await ask(NEWEST[peran], [...values, id])
  return newest.isWhole ? newest.pesan : (await ask(EVERYWHERE, values)).pesan
}

async function ask(statement: Statement, values: unknown[]): Promise<Found> {
  const [found] = await query<Found>(statement, values)
  return found as Found
}

/** Whom a pesan belongs to stands among its words, as the trigger `pencarian_isi` writes it. */
function markersOf(ownerId: string, { konsultasiId, pengirim }: CariScope): string[] {
  const ids = [ownerId, konsultasiId, pengirim && pengirim.id !== ownerId ? pengirim.id : null].filter((id) => id !== null)
  const sides = pengirim ? [pengirim.isPasien ? 'pasien' : 'dokter'] : []
  return [...ids, ...sides].map((marker) => `'#${marker}'`)
}

const NO_UUID = '00000000-0000-0000-0000-000000000000'

/** Strictly before this place: that of a cursor, or the end of the time that was asked for, whichever comes first. */
function placeOf({ until, after }: CariScope): [Date | 'infinity', string, number] {
  if (after && (!until || after.pada < until)) return [after.pada, after.konsultasiId, after.urutan]
  return [until ?? 'infinity', NO_UUID, 0]
}
