/** SQL for an instant as clients read it: ISO 8601 in UTC with milliseconds, or null. */
export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
