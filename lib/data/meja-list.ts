import { nameWords } from '@/lib/domain/folding'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { SaringMeja } from '@/lib/domain/penanda'
import { PER_PAGE_MAX } from '@/lib/domain/pesan'
import { EPOCH } from './epoch'
import { escapeLike } from './like'
import { onDemand, query, statement } from './sql'

/** Which konsultasi of a dokter (a plain UUID), and where the page begins. */
export interface MejaPlace {
  readonly dokterId: string
  readonly status?: StatusKonsultasi | undefined
  readonly saring?: SaringMeja | undefined
  /** Words of a name. */
  readonly q?: string | undefined
  readonly after: { readonly golongan: number; readonly kunci: number; readonly id: string } | null
  readonly limit: number
}

/** A konsultasi and its place on the desk: the least `golongan` first, in each the least `kunci`. */
export interface MejaRow {
  readonly id: string
  readonly golongan: number
  readonly kunci: number
}

const OPEN = "k.status IN ('pending', 'active')"
const URGENT = `(k.mendesak AND ${OPEN})`
const WAITS = `(k.belum_dibalas_sejak IS NOT NULL AND ${OPEN})`
/** What of this dokter is open, and what they marked so: few, whatever they have beside. */
const OPEN_ONES = `SELECT o.id FROM konsultasi o WHERE o.dokter_id = $1::uuid AND o.status IN ('pending', 'active')`
const marked = (condition: string, dokter = '$1::uuid') =>
  `SELECT s.konsultasi_id FROM penanda s WHERE s.dokter_id = ${dokter} AND (${condition})`
const PINNED = `k.id = ANY(ARRAY(${marked('s.disematkan')}))`
const ms = (time: string) => `(extract(epoch FROM ${time}) * 1000)`

/** What comes later than every time that there is, in milliseconds. */
const LATE = 1e14

/** What each filter asks; `$` stands for its value. */
const CONDITIONS = {
  status: 'k.status = $::status_konsultasi',
  q: 'k.profil_id = ANY($::uuid[])',
  belum_dibaca: `k.id IN (
           SELECT b.konsultasi_id FROM chat_messages b WHERE b.penerima_id = $1::uuid AND b.dibaca_pada IS NULL AND b.dihapus_pada IS NULL
           UNION ALL ${marked('s.belum_dibaca')})`,
  belum_dibalas: `${WAITS} AND k.id IN (${OPEN_ONES})`,
  ditandai: `k.id IN (${marked('s.disematkan OR s.belum_dibaca OR s.ingatkan_pada IS NOT NULL OR s.catatan_pribadi IS NOT NULL')})`,
} as const
type Filter = keyof typeof CONDITIONS

// Two lists: what cannot wait, which is as long as what is open and what is pinned, and the rest in the order of the inbox' index. Whoever
// has 50,000 konsultasi reads of those that have ended no more than a page.
const listStatement = onDemand((given: readonly Filter[]) => {
  let place = 5
  const conditions = given.map((filter) => `AND ${CONDITIONS[filter].replace(/\$(?!1)/, () => `$${++place}`)}`).join('\n         ')
  return statement({
    name: given.includes('q') ? '' : `list_meja_${given.join('_')}`,
    text: `
    SELECT id, golongan, kunci FROM (
      (SELECT * FROM (
        SELECT k.id, CASE WHEN ${URGENT} THEN 0 WHEN ${PINNED} THEN 1 ELSE 2 END AS golongan,
               CASE WHEN ${WAITS} THEN ${ms('k.belum_dibalas_sejak')} ELSE ${LATE} - ${ms('k.aktivitas_pada')} END::float8 AS kunci
          FROM konsultasi k
         WHERE k.id IN (${OPEN_ONES} UNION ALL ${marked('s.disematkan')})
           AND k.dokter_id = $1::uuid AND (${URGENT} OR ${PINNED} OR ${WAITS})
         ${conditions}) depan
        WHERE $2::int IS NULL OR (golongan, kunci) > ($2::int, $3::float8) OR ((golongan, kunci) = ($2::int, $3::float8) AND id < $4::uuid)
        ORDER BY golongan, kunci, id DESC LIMIT $5)
      UNION ALL
      (SELECT k.id, 3, -${ms('k.aktivitas_pada')}::float8 FROM konsultasi k
        WHERE k.dokter_id = $1::uuid AND NOT (${URGENT} OR ${PINNED} OR ${WAITS})
          AND ($2::int IS NULL OR $2::int < 3
               OR (k.aktivitas_pada, k.id) < (timestamptz 'epoch' - $3::float8 * interval '1 millisecond', $4::uuid))
         ${conditions}
        ORDER BY k.aktivitas_pada DESC, k.id DESC LIMIT $5)) meja
     ORDER BY golongan, kunci, id DESC
     LIMIT $5`,
    row: { id: 'uuid', golongan: 'int4', kunci: 'float8' },
  })
})

/** For the test of plans. */
export const MEJA = listStatement([])
listStatement(['status', 'q', 'belum_dibaca', 'belum_dibalas', 'ditandai'])

/**
 * SQL for a short text that is another one whenever the first page of this dokter's desk, unfiltered and however long, would show something else: of each
 * konsultasi that can stand there its `rev` and the dokter's own marks. (Names do not change; who of the admins read is no change of a konsultasi.)
 */
export const mejaMark = (dokter: string): string => `
  (SELECT md5(concat(${EPOCH}, string_agg(concat_ws(':', k.id, k.rev, t::text), ',' ORDER BY k.id)))
     FROM (SELECT o.id, o.rev FROM konsultasi o WHERE o.dokter_id = ${dokter} AND o.status IN ('pending', 'active')
           UNION SELECT o.id, o.rev FROM konsultasi o WHERE o.id = ANY(ARRAY(${marked('s.disematkan', dokter)}))
           UNION (SELECT o.id, o.rev FROM konsultasi o WHERE o.dokter_id = ${dokter} ORDER BY o.aktivitas_pada DESC, o.id DESC LIMIT ${PER_PAGE_MAX})) k
     LEFT JOIN penanda t ON t.konsultasi_id = k.id AND t.dokter_id = ${dokter})`

/** A dokter's konsultasi in the order of the desk. */
export async function listMejaPlaces({ dokterId, status, saring, q = '', after, limit }: MejaPlace): Promise<MejaRow[]> {
  const given: Filter[] = []
  const values: unknown[] = []
  if (status) given.push('status') && values.push(status)
  if (q !== '') given.push('q') && values.push(await profilNamed(dokterId, q))
  if (saring) given.push(saring)
  return query(listStatement(given), [dokterId, after?.golongan ?? null, after?.kunci ?? null, after?.id ?? null, limit, ...values])
}

/** At most so many people are found by a name. */
const NAMED_MAX = 1000

// Each way has its index of letters; whom of them this dokter treats is looked up one by one.
const FIND_NAMED = statement({
  name: '',
  text: `
    SELECT f.id FROM profil f JOIN pengguna u ON u.id = f.pemilik_id
     WHERE f.id IN (SELECT id FROM profil WHERE lipat(nama) LIKE '%' || $2::text || '%'
                    UNION ALL
                    SELECT g.id FROM pengguna v JOIN profil g ON g.pemilik_id = v.id WHERE lipat(v.nama || ' ' || v.email) LIKE '%' || $2::text || '%')
       AND NOT EXISTS (SELECT FROM unnest($3::text[]) kata WHERE strpos(lipat(f.nama || ' ' || u.nama), kata) = 0)
       AND EXISTS (SELECT FROM konsultasi k WHERE k.profil_id = f.id AND k.dokter_id = $1)
     LIMIT ${NAMED_MAX}`,
  row: { id: 'uuid' },
})

/** Whom a dokter treats or treated, and whose name (or the account's) has each of these words. */
async function profilNamed(dokterId: string, words: string): Promise<string[]> {
  const folded = nameWords(words.replaceAll('\0', ''))
  const [longest = ''] = [...folded].sort((a, b) => b.length - a.length)
  if (longest === '') return []
  return (await query(FIND_NAMED, [dokterId, escapeLike(longest), folded])).map(({ id }) => id)
}
