/** SQL for an instant as clients read it: ISO 8601 in UTC with milliseconds, or null. */
export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * SQL: is this mark, which holds for so many milliseconds from when it is made, still held? One that ends later than any that is made now was made before
 * the clock was set back, and would hold for all that time.
 */
export const isNow = (until: string, holdsMs: number): string =>
  `${until} > now() AND ${until} <= now() + make_interval(secs => ${holdsMs / 1000})`
