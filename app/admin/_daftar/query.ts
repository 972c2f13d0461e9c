import { notFound } from 'next/navigation'
import type { z } from 'zod'
import type { SearchParams } from '@/app/_ui/address'

/** How many rows a page of the admin section shows. */
const ROWS = 20

/**
 * The filters in the address, as the API's own schema reads them. A form that is sent without JavaScript leaves its empty fields in the
 * address: they are no filter. What is none of ours has no page.
 */
export async function readFilters<Schema extends z.ZodType>(searchParams: SearchParams, schema: Schema): Promise<z.output<Schema>> {
  const result = schema.safeParse({ ...given(await searchParams), per_page: String(ROWS) })
  return result.success ? result.data : notFound()
}

/** These filters as they stand in the address: a day must go back into it as a day. */
export async function rawFilters<Name extends string>(
  searchParams: SearchParams,
  names: readonly Name[],
): Promise<Partial<Record<Name, string>>> {
  const all = given(await searchParams)
  return Object.fromEntries(names.flatMap((name) => (all[name] ? [[name, all[name]]] : []))) as Partial<Record<Name, string>>
}

// Of a name that every object has (`?constructor=`), the framework hands on what the object has there, and no text.
const given = (params: Awaited<SearchParams>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const [first] = [value].flat()
      return typeof first === 'string' && first.trim() ? [[name, first]] : []
    }),
  )

export type Filters = Readonly<Record<string, string | undefined>>
