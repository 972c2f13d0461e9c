import { nameWords } from '@/lib/domain/folding'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import { containing, escapeLike } from './like'
import { onDemand, query, statement } from './sql'

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

/** What each filter asks; `$` stands for its value, `$ids` for people whose name has the words in another form. */
const CONDITIONS = {
  pasienId: 'k.pasien_id = $::uuid',
  dokterId: 'k.dokter_id = $::uuid',
  status: 'k.status = $::status_konsultasi',
  dari: 'k.dibuat_pada >= $::timestamptz',
  sampai: 'k.dibuat_pada < $::timestamptz',
  pasien: '(pasien.nama ILIKE $ OR pasien.id = ANY($ids::uuid[]))',
  dokter: '(dokter.nama ILIKE $ OR dokter.id = ANY($ids::uuid[]))',
} as const
type Filter = keyof typeof CONDITIONS
const FILTERS = Object.keys(CONDITIONS) as Filter[]

const isName = (filter: Filter) => filter === 'pasien' || filter === 'dokter'

// A statement of its own for each set of filters: which index serves it depends on which are there. With a name among them it is planned for
// these very words: only then does the planner know whether few people have them.
const listStatement = onDemand((given: readonly Filter[]) => {
  let place = 3
  const conditions = given.map((filter) =>
    CONDITIONS[filter].replace(/\$(?!ids)/, () => `$${++place}`).replace('$ids', () => `$${++place}`),
  )
  const joins = given.filter(isName).map((who) => `JOIN pengguna ${who} ON ${who}.id = k.${who}_id`)
  return statement({
    name: joins.length > 0 ? '' : `list_konsultasi_${given.join('_')}`,
    text: `
    SELECT k.id, k.aktivitas_pada FROM konsultasi k ${joins.join(' ')}
     WHERE ${['($1::timestamptz IS NULL OR (k.aktivitas_pada, k.id) < ($1::timestamptz, $2::uuid))', ...conditions].join('\n       AND ')}
     ORDER BY k.aktivitas_pada DESC, k.id DESC
     LIMIT $3`,
    row: { id: 'uuid', aktivitas_pada: 'timestamptz' },
  })
})

listStatement([])
listStatement(FILTERS)

/** The konsultasi that all of this fits, newest activity first. */
export async function listKonsultasiPlaces({ after, limit, ...filter }: KonsultasiFilter & Place): Promise<KonsultasiPlace[]> {
  const given = FILTERS.filter((name) => filter[name])
  const values = await Promise.all(
    given.map((name) => (name === 'pasien' || name === 'dokter' ? named(filter[name] ?? '') : [filter[name]])),
  )
  return query(listStatement(given), [after?.pada ?? null, after?.id ?? null, limit, ...values.flat()])
}

/** At most 1,000 people are found whose name is written otherwise than it was asked for. */
const FOLDED_MAX = 1000

const FIND_FOLDED = statement({
  name: '',
  text: `
    SELECT id FROM pengguna
     WHERE lipat(nama || ' ' || email) LIKE '%' || $1::text || '%' AND nama NOT ILIKE $2
       AND NOT EXISTS (SELECT FROM unnest($3::text[]) kata WHERE strpos(lipat(nama), kata) = 0)
     LIMIT ${FOLDED_MAX}`,
  row: { id: 'uuid' },
})

/**
 * Those whose name has these words: as they stand (a pattern; an index of letters knows how many), or each of them somewhere, folded (ids). Of
 * the latter there are few: names with an apostrophe, an accent, a title in between.
 */
async function named(words: string): Promise<[pattern: string, ids: string[]]> {
  const pattern = containing(words)
  const folded = nameWords(words.replaceAll('\0', ''))
  const [longest = ''] = [...folded].sort((a, b) => b.length - a.length)
  if (longest === '') return [pattern, []]
  const rows = await query(FIND_FOLDED, [escapeLike(longest), pattern, folded])
  return [pattern, rows.map(({ id }) => id)]
}
