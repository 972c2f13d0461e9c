import { SearchPesan } from '@/lib/contract/cari'
import { WIB } from './wib'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** Rows of a page of what was found. */
const ROWS = '20'

/** The fields of the form as they stand in the address, those that are filled in. */
export type Fields = Readonly<Partial<Record<(typeof NAMES)[number], string>>>
const NAMES = ['q', 'konsultasi_id', 'pengirim_id', 'dari', 'sampai', 'geser', 'cursor'] as const

/** A form that is sent without scripts leaves its empty fields in the address: they are no filter. */
export async function readFields(searchParams: SearchParams): Promise<Fields> {
  const given = await searchParams
  const first = (name: string) => [given[name]].flat()[0]?.trim()
  return Object.fromEntries(NAMES.flatMap((name) => (first(name) ? [[name, first(name)]] : [])))
}

/** What the API's own schema makes of the fields: the question, or the names of those that are wrong. */
export function readQuestion({ geser, dari, sampai, ...fields }: Fields): { question: SearchPesan | null; wrong: readonly string[] } {
  const zone = zoneOf(geser)
  const asked = {
    ...fields,
    ...(dari && { dari: `${dari}T00:00:00${zone}` }),
    ...(sampai && { sampai: `${sampai}T23:59:59.999${zone}` }),
    per_page: ROWS,
  }
  const read = SearchPesan.safeParse(asked)
  if (read.success) return { question: read.data, wrong: [] }
  return { question: null, wrong: read.error.issues.map(({ path }) => String(path[0])) }
}

/** `420` → `+07:00`. */
function zoneOf(geser = String(WIB)): string {
  const minutes = /^-?\d{1,3}$/.test(geser) ? Number(geser) : WIB
  const two = (n: number) => String(Math.trunc(n)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
}

/** The address of this page with these fields, and no others. */
export function hrefOf(path: string, fields: Fields): string {
  const query = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${path}?${query}` : path
}
