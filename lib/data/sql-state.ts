import type pg from 'pg'

/** The SQLSTATE that PostgreSQL refused with, or null when the error is none of its answers. */
export const sqlStateOf = (error: unknown): string | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in (error as object) ? code : null
}

/** Did the database refuse because this unique index (or any) holds such a row already? */
export const isTaken = (error: unknown, constraint?: string): boolean =>
  sqlStateOf(error) === '23505' && (constraint === undefined || (error as pg.DatabaseError).constraint === constraint)

/**
 * Is this an answer of the database, after which the connection can be used further? Classes 57 (the server goes away, or cancelled us),
 * 08 (connection), 58 and XX (its own trouble) are none, and neither is an error without an SQLSTATE.
 */
export const isAnswer = (error: unknown): boolean => {
  const state = sqlStateOf(error)
  return state !== null && !/^(57|08|58|XX)/.test(state)
}
