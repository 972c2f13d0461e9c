import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { traced } from '@/lib/cli/traced.mjs'
import { isUnavailable } from './availability'
import { noteAway } from './away'
import type { Peran, StatusKonsultasi, StatusVerifikasi, TipePesan } from './generated/enums'
import { asidePool, beginning, pool } from './pool'
import { isAnswer } from './sql-state'

/** PostgreSQL's types as the driver hands them on. A `?` behind one: it may be null. */
interface Types {
  readonly bool: boolean
  readonly int4: number
  /** As text: it may be too large for a number. */
  readonly int8: string
  readonly float8: number
  readonly text: string
  readonly uuid: string
  readonly bytea: Buffer
  readonly timestamptz: Date
  readonly void: unknown
  readonly 'text[]': string[]
  readonly 'uuid[]': string[]
  readonly peran: Peran
  readonly status_konsultasi: StatusKonsultasi
  readonly status_verifikasi: StatusVerifikasi
  readonly tipe_pesan: TipePesan
}

declare const shape: unique symbol
interface Shaped<Shape> {
  readonly [shape]: Shape
}
type Shapable = 'text' | 'text?' | 'tipe_pesan' | 'json' | 'jsonb' | 'json[]'
export type Column = keyof Types | `${keyof Types}?` | (Shapable & Shaped<unknown>)

/** A column that holds no more than this: a word of a list, or JSON of this shape, which the statement's own text promises. */
export const shaped = <Shape>(type: Shapable) => type as Shapable & Shaped<Shape>

type Value<C> =
  C extends Shaped<infer Shape>
    ? Shape
    : C extends `${infer Type extends keyof Types}?`
      ? Types[Type] | null
      : C extends keyof Types
        ? Types[C]
        : never
type RowOf<Columns> = { -readonly [Name in keyof Columns]: Value<Columns[Name]> }

/** SQL, and the rows that it gives. */
export interface Statement<Row = unknown> {
  /** With one it is parsed and planned once for each connection (lib/decisions/001-prepared-statements.md); with an empty one, each time anew. */
  readonly name: string
  readonly text: string
  readonly [shape]?: Row
}

/** Every statement that there is with its columns, which a test compares with the migrated schema. */
export const STATEMENTS: (Statement & { readonly row: Readonly<Record<string, Column>> })[] = []

/**
 * Declares a statement once, beside the module's others: its rows are typed by `row`, which names each column as the database does. What returns
 * nothing, or only says whether there is a row, has none.
 */
export function statement<const Columns extends Readonly<Record<string, Column>>>(declared: {
  readonly name: string
  readonly text: string
  readonly row: Columns
}): Statement<RowOf<Columns>> {
  STATEMENTS.push(declared)
  return declared
}

/** A statement for each set of parts, made when it is first asked for. */
export function onDemand<Part extends string, Made>(make: (given: Part[]) => Made): (given: Part[]) => Made {
  const known = new Map<string, Made>()
  return (given) => {
    const key = given.join()
    const made = known.get(key) ?? make(given)
    known.set(key, made)
    return made
  }
}

/** Where a statement runs: a connection that holds a transaction, or (without one) any connection of the pool. */
export type Transaction = pg.PoolClient

/** @returns the rows */
export async function query<Row>(statement: Statement<Row>, values: unknown[], tx?: Transaction): Promise<Row[]> {
  return tx ? run(tx, statement, values) : withConnection((client) => run(client, statement, values))
}

const isInside = onePerProcess('inside a transaction', () => new AsyncLocalStorage<true>())

/**
 * A transaction holds a connection. Were ten of them to wait for a second one, each would wait for the others.
 * @throws Error inside of a transaction, always: the first run of such a path shows it, not the first busy morning
 */
export function refuseInsideTransaction(): void {
  if (isInside.getStore()) throw new Error('a second connection was asked for inside a transaction')
}

/** Everything in `work` happens or nothing does. Nothing that leaves the database (events, mail) belongs in it. */
export async function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const outcome = await withConnection(async (client) => {
    await client.query(beginning())
    try {
      const result = await isInside.run(true, () => work(client))
      await commit(client)
      return { result }
    } catch (error) {
      // Whoever waited in vain does not wait again for a ROLLBACK: `withConnection` throws the connection away, and the server rolls back.
      if (isUnavailable(error) && !isAnswer(error)) throw error
      await client.query('ROLLBACK')
      return { error }
    }
  })
  if ('error' in outcome) return noteAway(outcome.error)
  return outcome.result
}

/** A part of a transaction that may fail without it: then nothing of this part has happened. */
export async function attempt<Result>(tx: Transaction, work: () => Promise<Result>): Promise<Result> {
  await tx.query('SAVEPOINT bagian')
  try {
    return await work()
  } catch (error) {
    if (!isUnavailable(error) || isAnswer(error)) await tx.query('ROLLBACK TO SAVEPOINT bagian')
    throw error
  }
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
  const { command } = await traced('COMMIT', POSTGRESQL, () => client.query('COMMIT')).catch((error: unknown) => {
    throw isAnswer(error) ? error : new CommitUnanswered(error)
  })
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back instead of committed')
}

const isAside = onePerProcess('aside', () => new AsyncLocalStorage<true>())

/**
 * Does this on the few connections that are kept for what may take long (search, statistics, exports, the check of the audit log), so that ten of them
 * at once hold up nobody's pesan. Whoever finds none free within 3 s is told to come back (503).
 */
export const aside = <Result>(work: () => Promise<Result>): Promise<Result> => isAside.run(true, work)

const POSTGRESQL = { 'db.system.name': 'postgresql' }

async function run<Row>(client: pg.PoolClient, { name, text }: Statement<Row>, values: unknown[]): Promise<Row[]> {
  const { rows } = await traced(name || 'statement', POSTGRESQL, () => client.query({ name, text, values }))
  return rows as Row[]
}

async function withConnection<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  refuseInsideTransaction()
  const client = await (isAside.getStore() ? asidePool() : pool()).connect().catch(noteAway)
  let failure: unknown
  try {
    return await work(client)
  } catch (error) {
    failure = error
    return noteAway(error)
  } finally {
    // After anything but an answer of the database nobody knows what the connection still carries.
    client.release(failure !== undefined && !isAnswer(failure))
  }
}

const ASK = statement({ name: 'ready', text: 'SELECT 1', row: {} })

/** Does the database answer? @throws while it does not */
export const askDatabase = () => query(ASK, [])
