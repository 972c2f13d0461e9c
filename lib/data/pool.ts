import pg from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** How long anything may wait for the database, in milliseconds: a request is answered 503 well within 5 s. */
const CONNECT_MS = 3000
const STATEMENT_MS = 3500
const ANSWER_MS = 4000

/** Connections of each kind, in each process. */
const POOL_MAX = 10
const ASIDE_MAX = 3

const shared = globalThis as { sapaPool?: pg.Pool; sapaAsidePool?: pg.Pool }

/** The one pool of this process; development reloads modules and must not open another each time. */
export function pool(): pg.Pool {
  shared.sapaPool ??= openPool(POOL_MAX)
  return shared.sapaPool
}

/** A small one for what may take long: lib/data/sql.ts, `aside`. */
export function asidePool(): pg.Pool {
  shared.sapaAsidePool ??= openPool(ASIDE_MAX)
  return shared.sapaAsidePool
}

function openPool(max: number): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().databaseUrl,
    application_name: 'sapa',
    max,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    // The database that has stopped answering must not hold a request: the server's own time-out cannot be relied on then.
    query_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  })
  // A connection that breaks (the database was restarted) is replaced by the pool, and whoever was using it hears of it from its statement.
  // Unheard here, either event would end the process.
  opened.on('error', (error) => log.warn('idle database connection lost', { error }))
  opened.on('connect', (client) => client.on('error', () => undefined))
  opened.on('release', (error, client) => {
    if (!error) refuseOpenTransaction(client)
  })
  return opened
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
