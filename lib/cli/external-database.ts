import { Client } from 'pg'
import { StartError } from './start-error.mjs'

const oldest = 15

/** Can the application work with this database? Asked before anything else starts; throws a StartError in one sentence without the password. */
export async function checkDatabase(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Found>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
              has_database_privilege(current_database(), 'CREATE') AS owns, current_setting('fsync') = 'on' AS fsync,
              current_setting('full_page_writes') = 'on' AS whole_pages, current_setting('synchronous_commit') <> 'off' AS waits,
              current_setting('default_transaction_isolation') AS isolation, current_setting('default_transaction_read_only') = 'on'
              OR pg_is_in_recovery() AS read_only, EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') AS trgm`,
    )
    const [found] = rows
    if (!found || found.version < oldest * 10_000)
      throw new StartError(`DATABASE_URL names PostgreSQL ${versionName(found?.version ?? 0)}, but ${oldest} or newer is needed.`)
    if (found.encoding !== 'UTF8')
      throw new StartError(`The database of DATABASE_URL has the encoding ${found.encoding}, but UTF8 is needed.`)
    const fault = faultOf(found)
    if (fault) throw new StartError(fault)
    if (!found.owns) throw new StartError('The user of DATABASE_URL must own the database: it may not create anything there.')
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(sentenceFor(error, url))
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
}

/** What would lose an acknowledged pesan, or stop the application halfway; null when all is well. */
function faultOf({ fsync, whole_pages, waits, isolation, read_only, trgm }: Found): string | null {
  if (read_only) return 'The database of DATABASE_URL only reads (a standby?): name the one that writes.'
  if (!fsync) return 'The database of DATABASE_URL runs with fsync=off: what it acknowledges can be lost. Turn it on.'
  if (!whole_pages) return 'The database of DATABASE_URL runs with full_page_writes=off: a crash can destroy it. Turn it on.'
  if (!waits)
    return 'The database of DATABASE_URL runs with synchronous_commit=off: what it acknowledges can be lost. Turn it on, also for this role.'
  if (isolation !== 'read committed')
    return `The database of DATABASE_URL has default_transaction_isolation=${isolation}: “read committed” is needed, also for this role.`
  if (!trgm) return 'The database of DATABASE_URL has no extension pg_trgm: install the contrib package of its server.'
  return null
}

function sentenceFor(error: unknown, url: string): string {
  const { hostname, port, username, pathname } = new URL(url)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const where = `${hostname || 'the local socket'}${port ? `:${port}` : ''}`
  if (code === '28P01' || code === '28000')
    return `The database of DATABASE_URL refuses the user ${decodeURIComponent(username) || '(none)'}: wrong password, or not allowed from here.`
  if (code === '3D000') return `DATABASE_URL names the database ${pathname.slice(1)}, which does not exist at ${where}.`
  return `The database of DATABASE_URL cannot be reached at ${where}${code ? ` (${code})` : ''}.`
}

const versionName = (number: number) => (number < 100_000 ? 'older than 10' : String(Math.floor(number / 10_000)))
