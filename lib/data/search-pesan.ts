import type { CariPlace } from '@/lib/domain/cari'
import type { Actor } from '@/lib/domain/pengguna'
import { PESAN_JSON, type PesanRow } from './pesan'
import type { Sought } from './search-words'
import { query, type Statement, shaped, statement } from './sql'

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

/** How many of the newest pesan are looked through one by one before the index of words is asked. */
const NEWEST_MAX = 1000

const ORDER = 'ORDER BY dibuat_pada DESC, konsultasi_id DESC, urutan DESC'
const PLACE = 'dibuat_pada >= $2::timestamptz AND (dibuat_pada, konsultasi_id, urutan) < ($3::timestamptz, $4::uuid, $5::bigint)'
const ASKED =
  'kata @@ $1::tsquery AND ($8::uuid IS NULL OR konsultasi_id = $8) AND ($9::boolean IS NULL OR dari_pasien = $9) AND ($10::uuid IS NULL OR $10 IN (pasien_id, dokter_id))'
const PESAN_OF = (found: string) => `
  SELECT ${PESAN_JSON} FROM ${found} c
    JOIN chat_messages p ON p.konsultasi_id = c.konsultasi_id AND p.urutan = c.urutan AND p.dihapus_pada IS NULL
    JOIN pengguna u ON u.id = p.pengirim_id
   ORDER BY c.dibuat_pada DESC, c.konsultasi_id DESC, c.urutan DESC`

// A common word is found at once among one's newest pesan, a rare one only by the index of words: that one would have to read every pesan
// that has a common word before it knew the newest. So both are asked, in this order; each reads little where the other would read much.
// `pencarian` has what was written before `kata_pesan` and was not moved there yet ($11 is what it is asked); it is empty for good one day.
const newestStatement = (name: string, where: string, order: string) =>
  statement({
    name: `search_newest_${name}`,
    text: `
    WITH semua AS (
           (SELECT konsultasi_id, urutan, dibuat_pada, ${ASKED} AS cocok FROM kata_pesan
             WHERE ${where} AND ${PLACE} ${order} LIMIT ${NEWEST_MAX})
           UNION ALL
           (SELECT konsultasi_id, urutan, dibuat_pada, kata @@ $11::tsquery FROM pencarian
             WHERE ${where} AND ${PLACE} ${order} LIMIT ${NEWEST_MAX})),
         terbaru AS (SELECT * FROM semua ${ORDER} LIMIT ${NEWEST_MAX}),
         cocok AS (SELECT konsultasi_id, urutan, dibuat_pada FROM terbaru WHERE cocok ${ORDER} LIMIT $6)
    SELECT ARRAY(${PESAN_OF('cocok')}) AS pesan,
           CASE WHEN (SELECT count(*) FROM cocok) < $6 THEN (SELECT count(*) FROM terbaru) < ${NEWEST_MAX} ELSE true END AS is_whole`,
    row: { pesan: shaped<PesanRow[]>('json[]'), is_whole: 'bool' },
  })

// In one konsultasi the order of time is that of `urutan`, which its key has.
const newestOf = (owner: 'pasien_id' | 'dokter_id') => ({
  anywhere: newestStatement(owner, `${owner} = $7`, ORDER),
  konsultasi: newestStatement(`${owner}_konsultasi`, `konsultasi_id = $8 AND ${owner} = $7`, 'ORDER BY konsultasi_id DESC, urutan DESC'),
})

const NEWEST = { pasien: newestOf('pasien_id'), dokter: newestOf('dokter_id') }

// Whose it is and what else is asked comes after the words: any other condition would tempt the planner to read another index from end to
// end beside that of words.
const EVERYWHERE = statement({
  name: 'search_everywhere',
  text: `
    WITH berkata AS MATERIALIZED (SELECT * FROM kata_pesan WHERE kata_milik(kata, pasien_id, dokter_id) @@ $12::tsquery),
         lama AS MATERIALIZED (SELECT konsultasi_id, urutan, dibuat_pada FROM pencarian WHERE kata @@ $11::tsquery),
         semua AS (SELECT konsultasi_id, urutan, dibuat_pada FROM berkata WHERE $7::uuid IN (pasien_id, dokter_id) AND ${ASKED}
                   UNION ALL SELECT * FROM lama),
         cocok AS (SELECT * FROM semua WHERE ${PLACE} ${ORDER} LIMIT $6)
    SELECT ARRAY(${PESAN_OF('cocok')}) AS pesan, true AS is_whole`,
  row: { pesan: shaped<PesanRow[]>('json[]'), is_whole: 'bool' },
})

/** Every statement of a search, for a test of how they are planned. */
export const SEARCH_STATEMENTS: readonly Statement[] = [...Object.values(NEWEST).flatMap((one) => Object.values(one)), EVERYWHERE]

interface Found {
  readonly pesan: PesanRow[]
  readonly is_whole: boolean
}

/** What of one's own konsultasi has these words, newest first, tombstones never. An admin has none of their own. */
export async function searchPesanRows(actor: Actor, sought: Sought, scope: CariScope): Promise<PesanRow[]> {
  const { id, peran } = actor
  if (peran === 'admin') return []
  const { konsultasiId, pengirim } = scope
  const place = [scope.from ?? '-infinity', ...placeOf(scope), scope.limit, id]
  const asked = [konsultasiId, pengirim?.isPasien ?? null, pengirim?.id ?? null]
  const values = [sought.all, ...place, ...asked, `${sought.old} & ${markersOf(id, scope).join(' & ')}`]
  const newest = await ask(NEWEST[peran][konsultasiId ? 'konsultasi' : 'anywhere'], values)
  return newest.is_whole ? newest.pesan : (await ask(EVERYWHERE, [...values, sought.own])).pesan
}

async function ask(statement: Statement<Found>, values: unknown[]): Promise<Found> {
  const [found] = await query(statement, values)
  return found as Found
}

/** Whom an old row belongs to stands among its words. */
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
