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
  readonly after: { readonly pada: Date; readonly id: string; readonly mendesak?: boolean } | null
  readonly limit: number
  /** Those first where a sign of danger that is merah waits to be acknowledged, while they are open. */
  readonly mendesakDulu: boolean
}

/** A konsultasi and its place in a list. */
export interface KonsultasiPlace {
  readonly id: string
  readonly aktivitas_pada: Date
  readonly mendesak: boolean
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
const listStatement = onDemand((given: readonly (Filter | 'mendesakDulu')[]) => {
  const filters = given.filter((name) => name !== 'mendesakDulu')
  const isUrgentFirst = given.length > filters.length
  let place = isUrgentFirst ? 4 : 3
  const conditions = filters.map((filter) =>
    CONDITIONS[filter].replace(/\$(?!ids)/, () => `$${++place}`).replace('$ids', () => `$${++place}`),
  )
  const joins = filters.filter(isName).map((who) => `JOIN pengguna ${who} ON ${who}.id = k.${who}_id`)
  return statement({
    name: joins.length > 0 ? '' : `list_konsultasi_${given.join('_')}`,
    text: `
${isUrgentFirst ? urgentFirst(joins, conditions) : piece(joins, [AFTER, ...conditions], false)}`,
    row: { id: 'uuid', aktivitas_pada: 'timestamptz', mendesak: 'bool' },
  })
})

const AFTER = '($1::timestamptz IS NULL OR (k.aktivitas_pada, k.id) < ($1::timestamptz, $2::uuid))'
const URGENT = "(k.mendesak AND k.status IN ('pending', 'active'))"

const piece = (joins: readonly string[], conditions: readonly string[], mendesak: boolean) => `
    SELECT k.id, k.aktivitas_pada, ${mendesak} AS mendesak FROM konsultasi k ${joins.join(' ')}
     WHERE ${conditions.join('\n       AND ')}
     ORDER BY k.aktivitas_pada DESC, k.id DESC
     LIMIT $3`

// Two lists one after the other, each in the order of its own index; `$4` says in which of them the page before ended.
const urgentFirst = (joins: readonly string[], conditions: readonly string[]) => `
    SELECT k.id, k.aktivitas_pada, k.mendesak FROM (
      (${piece(joins, [URGENT, `($1::timestamptz IS NULL OR ($4::boolean AND ${AFTER}))`, ...conditions], true)})
      UNION ALL
      (${piece(joins, [`NOT ${URGENT}`, `($1::timestamptz IS NULL OR $4::boolean OR ${AFTER})`, ...conditions], false)})) k
     ORDER BY k.mendesak DESC, k.aktivitas_pada DESC, k.id DESC
     LIMIT $3`

listStatement([])
listStatement(FILTERS)
listStatement(['dokterId', 'mendesakDulu'])

/** The konsultasi that all of this fits, newest activity first. */
export async function listKonsultasiPlaces({
  after,
  limit,
  mendesakDulu,
  ...filter
}: KonsultasiFilter & Place): Promise<KonsultasiPlace[]> {
  const given = FILTERS.filter((name) => filter[name])
  const values = await Promise.all(
    given.map((name) => (name === 'pasien' || name === 'dokter' ? named(filter[name] ?? '') : [filter[name]])),
  )
  const place = [after?.pada ?? null, after?.id ?? null, limit]
  return mendesakDulu
    ? query(listStatement([...given, 'mendesakDulu']), [...place, after?.mendesak ?? null, ...values.flat()])
    : query(listStatement(given), [...place, ...values.flat()])
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
