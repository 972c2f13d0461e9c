import type { SearchParams } from '@/app/_ui/address'
import { dayEdge } from '@/lib/client/time/day-edge'
import { SearchPesan } from '@/lib/contract/cari'
import { WIB } from '@/lib/domain/zona'

/** Rows of a page of what was found. */
const ROWS = '20'

/** The fields of the form as they stand in the address, those that are filled in. */
export type Fields = Readonly<Partial<Record<(typeof NAMES)[number], string>>>
const NAMES = ['q', 'konsultasi_id', 'pengirim_id', 'dari', 'sampai', 'zona', 'cursor'] as const

/** A form that is sent without scripts leaves its empty fields in the address: they are no filter. */
export async function readFields(searchParams: SearchParams): Promise<Fields> {
  const given = await searchParams
  const first = (name: string) => [given[name]].flat()[0]?.trim()
  return Object.fromEntries(NAMES.flatMap((name) => (first(name) ? [[name, first(name)]] : [])))
}

/** What the API's own schema makes of the fields: the question, or the names of those that are wrong. */
export function readQuestion({ zona = WIB, dari, sampai, ...fields }: Fields): {
  question: SearchPesan | null
  wrong: readonly string[]
} {
  const asked = {
    ...fields,
    ...(dari && { dari: dayEdge(dari, '00:00:00', zona) }),
    ...(sampai && { sampai: dayEdge(sampai, '23:59:59.999', zona) }),
    per_page: ROWS,
  }
  const read = SearchPesan.safeParse(asked)
  if (read.success) return { question: read.data, wrong: [] }
  return { question: null, wrong: read.error.issues.map(({ path }) => String(path[0])) }
}
