import pg from 'pg'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** How long anything may wait for the database, in milliseconds: a request is answered 503 well within 5 s. */
const CONNECT_MS = 3000
const STATEMENT_MS = 3500
const ANSWER_MS = 4000
const IDLE_MS = 10_000

/** Connections of each kind, in each process. */
const POOL_MAX = 10
const ASIDE_MAX = 3
const DIRECT_MAX = 6

/** Development reloads modules and must not open others each time. */
const pools = onePerProcess('pools', (): { ordinary?: pg.Pool; aside?: pg.Pool; direct?: pg.Pool } => ({}))

/** The one pool of this process. */
export function pool(): pg.Pool {
  pools.ordinary ??= openPool(POOL_MAX)
  return pools.ordinary
}

/** A small one for what may take long: lib/data/sql.ts, `aside`. */
export function asidePool(): pg.Pool {
  pools.aside ??= openPool(ASIDE_MAX)
  return pools.aside
}

/** Connections past a pooler, for what a connection has to keep: listening, and locks that outlive a transaction. */
export function directPool(): pg.Pool {
  if (!hasPooler()) return pool()
  pools.direct ??= openPool(DIRECT_MAX, env().directUrl)
  return pools.direct
}

/** Ends all connections of this process. */
export async function closePools(): Promise<void> {
  await Promise.all(Object.values(pools).map((opened) => opened.end()))
}

/** A pooler may give every transaction another connection: then nothing that a connection keeps can be relied on (lib/decisions/132). */
const hasPooler = () => env().directUrl !== env().databaseUrl

/** What begins a transaction. The server's time-outs, which a pooler does not pass on with the connection, then hold for it alone. */
export const beginning = (): string =>
  hasPooler() ? `BEGIN; SET LOCAL statement_timeout = ${STATEMENT_MS}; SET LOCAL idle_in_transaction_session_timeout = ${IDLE_MS}` : 'BEGIN'

function openPool(max: number, connectionString = env().databaseUrl): pg.Pool {
  const isPooled = connectionString !== env().directUrl
  const opened = new pg.Pool({
    connectionString,
    application_name: 'sapa',
    max,
    connectionTimeoutMillis: CONNECT_MS,
    ...(isPooled ? {} : { statement_timeout: STATEMENT_MS, idle_in_transaction_session_timeout: IDLE_MS }),
    // The database that has stopped answering must not hold a request: the server's own time-out cannot be relied on then.
    query_timeout: ANSWER_MS,
    keepAlive: true,
  })
  if (isPooled) opened.on('connect', forgetNames)
  // A connection that breaks (the database was restarted) is replaced by the pool, and whoever was using it hears of it from its statement.
  // Unheard here, either event would end the process.
  opened.on('error', (error) => log.warn('idle database connection lost', { error }))
  opened.on('connect', (client) => client.on('error', () => undefined))
  opened.on('release', (error, client) => {
    if (!error) refuseOpenTransaction(client)
  })
  return opened
}

/** Prepared statements stay with the connection that prepared them: behind a pooler each is sent without its name, and prepared anew. */
function forgetNames(client: pg.PoolClient) {
  const send = client.query.bind(client) as (config: unknown, ...more: unknown[]) => unknown
  const sendUnnamed = (config: unknown, ...more: unknown[]) =>
    send(typeof config === 'object' && config !== null && 'name' in config ? { ...config, name: undefined } : config, ...more)
  Object.assign(client, { query: sendUnnamed })
}

/**
 * Whoever gives a connection back (our own statements, the job queue, the limits) must have ended its transaction. One that is still
 * open, or aborted by an error, would answer every later statement with 25P02; the pool drops a connection that is ending.
 */
function refuseOpenTransaction(client: pg.PoolClient) {
  const status = client.getTransactionStatus()
  if (status === 'I' || status === null) return
  log.warn('a connection came back inside a transaction and is closed')
  ;(client as pg.PoolClient & pg.Client).end().catch(() => undefined)
}

/** Connections of this process to the database, and requests that wait for one. */
export function countConnections(): { total: number; idle: number; waiting: number } {
  const { totalCount, idleCount, waitingCount } = pool()
  return { total: totalCount, idle: idleCount, waiting: waitingCount }
}
