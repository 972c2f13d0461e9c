import { Client } from 'pg'
import { StartError } from './start-error.mjs'

const oldest = 15

/** Can the application work with this database? Asked before anything else starts; throws a StartError in one sentence without the password. */
export async function checkDatabase(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; encoding: string; owns: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
              has_database_privilege(current_database(), 'CREATE') AS owns`,
    )
    const [found] = rows
    if (!found || found.version < oldest * 10_000)
      throw new StartError(`DATABASE_URL names PostgreSQL ${versionName(found?.version ?? 0)}, but ${oldest} or newer is needed.`)
    if (found.encoding !== 'UTF8')
      throw new StartError(`The database of DATABASE_URL has the encoding ${found.encoding}, but UTF8 is needed.`)
    if (!found.owns) throw new StartError('The user of DATABASE_URL must own the database: it may not create anything there.')
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(sentenceFor(error, url))
  } finally {
    await client.end().catch(() => undefined)
  }
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
