import { expect, test } from 'vitest'
import { z } from 'zod'
import { ENDPOINTS } from '@/lib/contract/endpoints/calls'
import type { Refusal } from '@/lib/domain/refusal'
import { parseQuery } from './parse'

const WITH_QUERY = Object.entries(ENDPOINTS).flatMap(([call, declared]) =>
  'query' in declared ? [{ call, query: declared.query as z.ZodType }] : [],
)

test.each(WITH_QUERY)('$call refuses each name of its query that comes twice', ({ query }) => {
  const names = Object.keys(z.toJSONSchema(query, { io: 'input' }).properties ?? {})
  expect(names).not.toEqual([])
  for (const name of names) expect(refusedIn(`/x?${name}=1&${name}=1`, query)).toContain(name)
})

test('a name that nobody asked for may come twice', () => {
  expect(parseQuery('/x?lain=1&after=1&lain=2', z.object({ after: z.string() }))).toEqual({ after: '1' })
})

function refusedIn(url: string, query: z.ZodType): string[] {
  try {
    parseQuery(url, query)
    return []
  } catch (error) {
    return Object.keys((error as Refusal).details.fields ?? {})
  }
}
