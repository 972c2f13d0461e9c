import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { isUnavailable } from './availability'
import { asidePool, pool } from './pool'
import { isAnswer } from './sql-state'

/**
 * A statement with a name is parsed and planned once for each connection; with an empty one, each time anew. The conversation's few
 * statements are written so; why not everything goes through Prisma: lib/decisions/001-prepared-statements.md.
 */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** Where a statement runs: a connection that holds a transaction, or (without one) any connection of the pool. */
export type Transaction = pg.PoolClient

/** @returns the rows, whose shape the statement's own text promises */
export async function query<Row>(statement: Statement, values: unknown[], tx?: Transaction): Promise<Row[]> {
  return tx ? run<Row>(tx, statement, values) : withConnection((client) => run<Row>(client, statement, values))
}

/** Everything in `work` happens or nothing does. Nothing that leaves the database (events, mail) belongs in it. */
export async function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const outcome = await withConnection(async (client) => {
    await client.query('BEGIN')
    try {
      const result = await work(client)
      await commit(client)
      return { result }
    } catch (error) {
      // Whoever waited in vain does not wait again for a ROLLBACK: `withConnection` throws the connection away, and the server rolls back.
      if (isUnavailable(error) && !isAnswer(error)) throw error
      await client.query('ROLLBACK')
      return { error }
    }
  })
  if ('error' in outcome) throw outcome.error
  return outcome.result
}

/** The connection was lost when COMMIT was on its way: what was done may be stored or not. */
export class CommitUnanswered extends Error {
  override name = 'CommitUnanswered'
  constructor(cause: unknown) {
    super('the commit was not answered', { cause })
  }
}

/** A transaction that an error has aborted answers COMMIT with ROLLBACK, not with an error. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT').catch((error: unknown) => {
    throw isAnswer(error) ? error : new CommitUnanswered(error)
  })
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back instead of committed')
}

const isAside = new AsyncLocalStorage<true>()

/**
 * Does this on the few connections that are kept for what may take long (search, statistics, exports, the check of the audit log), so that ten of them
 * at once hold up nobody's pesan. Whoever finds none free within 3 s is told to come back (503).
 */
export const aside = <Result>(work: () => Promise<Result>): Promise<Result> => isAside.run(true, work)

async function run<Row>(client: pg.PoolClient, { name, text }: Statement, values: unknown[]): Promise<Row[]> {
  const result = await client.query({ name, text, values })
  return result.rows as Row[]
}

async function withConnection<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await (isAside.getStore() ? asidePool() : pool()).connect()
  let failure: unknown
  try {
    return await work(client)
  } catch (error) {
    failure = error
    throw error
  } finally {
    // After anything but an answer of the database nobody knows what the connection still carries.
    client.release(failure !== undefined && !isAnswer(failure))
  }
}
