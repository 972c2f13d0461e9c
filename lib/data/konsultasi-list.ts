import { nameWords } from '@/lib/domain/folding'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import { containing, escapeLike } from './like'
import { query } from './sql'

/** Which konsultasi: `pasienId` and `dokterId` are UUIDs, `pasien` and `dokter` words of a name, `dari` and `sampai` about when it was booked. */
export interface KonsultasiFilter {
  readonly pasienId?: string | undefined
  readonly dokterId?: string | undefined
  readonly status?: StatusKonsultasi | undefined
  readonly pasien?: string | undefined
  readonly dokter?: string | undefined
  readonly dari?: Date | undefined
  readonly sampai?: Date | undefined
}

interface Place {
  /** Only what comes after this one. */
  readonly after: { readonly pada: Date; readonly id: string } | null
  readonly limit: number
}

/** A konsultasi and its place in a list. */
export interface KonsultasiPlace {
  readonly id: string
  readonly aktivitas_pada: Date
}

/** What each filter asks; `$` stands for its value. */
const CONDITIONS = {
  pasienId: 'k.pasien_id = $::uuid',
  dokterId: 'k.dokter_id = $::uuid',
  status: 'k.status = $::status_konsultasi',
  dari: 'k.dibuat_pada >= $::timestamptz',
  sampai: 'k.dibuat_pada < $::timestamptz',
} as const
const FILTERS = Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]

/** The people whose name can be asked for, and what joins them. */
const NAMED = { pasien: 'JOIN pengguna pasien ON pasien.id = k.pasien_id', dokter: 'JOIN pengguna dokter ON dokter.id = k.dokter_id' }

// A statement of its own for each set of filters: which index serves it depends on which are there. With a name among them it is planned for
// these very words: only then does the planner know whether few people have them.
const listStatement = (given: string, joins: string, conditions: readonly string[]) => ({
  name: joins ? '' : `list_konsultasi_${given}`,
  text: `
    SELECT k.id, k.aktivitas_pada FROM konsultasi k ${joins}
     WHERE ${['($1::timestamptz IS NULL OR (k.aktivitas_pada, k.id) < ($1::timestamptz, $2::uuid))', ...conditions].join('\n       AND ')}
     ORDER BY k.aktivitas_pada DESC, k.id DESC
     LIMIT $3`,
})

/** The konsultasi that all of this fits, newest activity first. */
export async function listKonsultasiPlaces({ after, limit, ...filter }: KonsultasiFilter & Place): Promise<KonsultasiPlace[]> {
  const values: unknown[] = [after?.pada ?? null, after?.id ?? null, limit]
  const given = FILTERS.filter((name) => filter[name] !== undefined)
  const conditions = given.map((name) => CONDITIONS[name].replace('$', `$${values.push(filter[name])}`))
  const people = (['pasien', 'dokter'] as const).filter((who) => filter[who])
  for (const who of people) {
    const { pattern, ids } = await named(filter[who] ?? '')
    conditions.push(
      `(${who}.nama ILIKE $${values.push(pattern)}${ids.length > 0 ? ` OR ${who}.id = ANY($${values.push(ids)}::uuid[])` : ''})`,
    )
  }
  const joins = people.map((who) => NAMED[who]).join(' ')
  return query<KonsultasiPlace>(listStatement(given.join('_'), joins, conditions), values)
}

/** So many people whose name is only found by other words than it is written with. */
const FOLDED_MAX = 1000

const FIND_FOLDED = {
  name: '',
  text: `
    SELECT id FROM pengguna
     WHERE lipat(nama || ' ' || email) LIKE '%' || $1::text || '%' AND nama NOT ILIKE $2
       AND NOT EXISTS (SELECT FROM unnest($3::text[]) kata WHERE strpos(lipat(nama), kata) = 0)
     LIMIT ${FOLDED_MAX}`,
}

/**
 * Those whose name has these words: as they stand (a pattern; an index of letters knows how many), or each of them somewhere, folded (`ids`). Of
 * the latter there are few: names with an apostrophe, an accent, a title in between.
 */
async function named(words: string): Promise<{ pattern: string; ids: readonly string[] }> {
  const pattern = containing(words)
  const folded = nameWords(words.replaceAll('\0', ''))
  const [longest = ''] = [...folded].sort((a, b) => b.length - a.length)
  if (longest === '') return { pattern, ids: [] }
  const rows = await query<{ id: string }>(FIND_FOLDED, [escapeLike(longest), pattern, folded])
  return { pattern, ids: rows.map(({ id }) => id) }
}
