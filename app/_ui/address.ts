export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The address of a page with these fields of a form, and no others. */
export function hrefOf(path: string, fields: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${path}?${query}` : path
}
