import { sqlStateOf } from './sql-state'

/**
 * SQLSTATE classes that say "not now", not "wrong": connection (08), resources such as a full disk or too many connections (53),
 * the server going away or cutting us off (57), its own I/O (58), a read-only server (25006), a wait that the server ended (55P03).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const NOT_NOW = /^(08...|53...|57...|58...|25006|55P03|40P01)$/

/** Node's words for a server that cannot be reached. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** pg reports these without any code. */
const PG_WORDS =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Client was closed)/

/** Is the database away, full or silent? Then nothing was stored, and the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  const state = sqlStateOf(error)
  if (state ? NOT_NOW.test(state) : UNREACHABLE.has(code) || PG_WORDS.test(error.message)) return true
  return causesOf(error).some(isUnavailable)
}

/** Node wraps several addresses' failures in one error, drivers wrap their own. */
const causesOf = (error: Error): unknown[] => [...(error instanceof AggregateError ? error.errors : []), error.cause]
