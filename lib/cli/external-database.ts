import { Client } from 'pg'
import type { Variables } from '@/lib/env'
import { StartError } from './start-error.mjs'

const oldest = 15

/** Can the application work with the operator's database, by both ways to it? Asked before anything is changed. @throws StartError one sentence, without a password */
export async function checkDatabases({ DATABASE_URL, DIRECT_URL }: Pick<Variables, 'DATABASE_URL' | 'DIRECT_URL'>) {
  if (!DATABASE_URL && DIRECT_URL) throw new StartError('DIRECT_URL is the way past the pooler of DATABASE_URL, which is not set.')
  if (!DATABASE_URL) return
  const direct = await checkDatabase(DIRECT_URL ? 'DIRECT_URL' : 'DATABASE_URL', DIRECT_URL ?? DATABASE_URL)
  if (!DIRECT_URL || DIRECT_URL === DATABASE_URL) return
  const pooled = await ask('DATABASE_URL', DATABASE_URL)
  if (pooled.identity !== direct.identity) throw new StartError('DATABASE_URL and DIRECT_URL lead to different databases.')
}

async function checkDatabase(variable: string, url: string): Promise<Found> {
  const found = await ask(variable, url, { statement_timeout: PATIENCE_MS })
  const fault = faultOf(found)
  if (fault) throw new StartError(`The database of ${variable} ${fault}`)
  return found
}

const PATIENCE_MS = 5000

async function ask(variable: string, url: string, more: { statement_timeout?: number } = {}): Promise<Found> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS, ...more })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Found>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
              has_database_privilege(current_database(), 'CREATE') AS owns, current_setting('fsync') = 'on' AS fsync,
              current_setting('full_page_writes') = 'on' AS whole_pages, current_setting('synchronous_commit') <> 'off' AS waits,
              current_setting('default_transaction_isolation') AS isolation, current_setting('default_transaction_read_only') = 'on'
              OR pg_is_in_recovery() AS read_only, EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') AS trgm,
              (SELECT nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace
                WHERE extname = 'pg_trgm' AND nspname <> ALL (current_schemas(true))) AS trgm_elsewhere,
              current_setting('statement_timeout') = '5s' AS keeps_settings, current_database() || ' ' || pg_postmaster_start_time() AS identity`,
    )
    if (!rows[0]) throw new Error('no answer')
    return rows[0]
  } catch (error) {
    throw new StartError(sentenceFor(error, variable, url))
  } finally {
    await client.end().catch(() => undefined)
  }
}

interface Found {
  readonly version: number
  readonly encoding: string
  readonly owns: boolean
  readonly fsync: boolean
  readonly whole_pages: boolean
  readonly waits: boolean
  readonly isolation: string
  readonly read_only: boolean
  readonly trgm: boolean
  /** The schema of pg_trgm where this role does not see it; null where it does, or where there is none yet. */
  readonly trgm_elsewhere: string | null
  /** Did the connection bring its own time-out along? A pooler's does not. */
  readonly keeps_settings: boolean
  /** Which database it is, whatever the way to it. */
  readonly identity: string
}

/** What would lose an acknowledged pesan, or stop the application halfway, as the end of a sentence; null when all is well. */
function faultOf(found: Found): string | null {
  const { version, encoding, owns, read_only, fsync, whole_pages, waits, isolation, trgm, trgm_elsewhere, keeps_settings } = found
  if (version < oldest * 10_000) return `is PostgreSQL ${versionName(version)}, but ${oldest} or newer is needed.`
  if (!keeps_settings) return POOLER
  if (encoding !== 'UTF8') return `has the encoding ${encoding}, but UTF8 is needed.`
  if (read_only) return 'only reads (a standby?): name the one that writes.'
  if (!fsync) return 'runs with fsync=off: what it acknowledges can be lost. Turn it on.'
  if (!whole_pages) return 'runs with full_page_writes=off: a crash can destroy it. Turn it on.'
  if (!waits) return 'runs with synchronous_commit=off: what it acknowledges can be lost. Turn it on, also for this role.'
  if (isolation !== 'read committed')
    return `has default_transaction_isolation=${isolation}: “read committed” is needed, also for this role.`
  if (!trgm) return 'has no extension pg_trgm: install the contrib package of its server.'
  if (trgm_elsewhere) return `has pg_trgm in the schema ${trgm_elsewhere}, which is not in the search_path of this role: add it there.`
  return owns ? null : 'must belong to the user that is named: it may not create anything there.'
}

const POOLER = 'is behind a pooler: DIRECT_URL has to name the way past it.'

function sentenceFor(error: unknown, variable: string, url: string): string {
  const { hostname, port, username, pathname } = new URL(url)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const where = `${hostname || 'the local socket'}${port ? `:${port}` : ''}`
  if (code === '28P01' || code === '28000')
    return `The database of ${variable} refuses the user ${decodeURIComponent(username) || '(none)'}: wrong password, or not allowed from here.`
  if (code === '08P01') return sentenceOfPooler(error instanceof Error ? error.message : '', variable, url)
  if (code === '3D000') return `${variable} names the database ${pathname.slice(1)}, which does not exist at ${where}.`
  return `The database of ${variable} cannot be reached at ${where}${code ? ` (${code})` : ''}.`
}

/** PgBouncer gives all that it refuses one code. Settings that a connection brings along it does not know, unless it was told to ignore them. */
function sentenceOfPooler(message: string, variable: string, url: string): string {
  const { host, username, pathname } = new URL(url)
  if (message.includes('startup parameter')) return `The database of ${variable} ${POOLER}`
  if (message.includes('authentication failed') || message.includes('no such user'))
    return `The pooler of ${variable} refuses the user ${decodeURIComponent(username) || '(none)'}: wrong password, or not in its list.`
  if (message.includes('no such database'))
    return `${variable} names the database ${pathname.slice(1)}, which the pooler at ${host} does not know.`
  return `The pooler of ${variable} at ${host} does not let us in: it cannot reach its database, or has no connection left.`
}

const versionName = (number: number) => (number < 100_000 ? 'older than 10' : String(Math.floor(number / 10_000)))
