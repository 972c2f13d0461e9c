import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { runMigrations } from 'graphile-worker'
import { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** A table as its rows travel: in the order of `columns`, in PostgreSQL's own text form of COPY. */
interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

/** What a database holds beside its rows. */
export interface DatabaseShape {
  /** Names of the migrations that made its tables. */
  readonly migrations: readonly string[]
  /** In an order in which each refers only to those before it. */
  readonly tables: readonly TableShape[]
  /** Where each sequence is. */
  readonly sequences: Readonly<Record<string, string>>
}

/** What is worth nothing elsewhere: counts of limits, and who looked at what a minute ago. */
const FLEETING = ['batas_laju', 'mengetik', 'kehadiran']
/** What ends with the sessions of before. */
const SESSIONS = ['sesi', 'langganan_push']

/** A whole database as it was at one moment, while others go on writing. */
export interface Snapshot {
  readonly shape: DatabaseShape
  /** The rows of one table of the shape, as they come. */
  readonly rowsOf: (table: string) => AsyncIterable<Buffer>
  /** How many rows there were, of the tables that were read. */
  readonly counts: Readonly<Record<string, number>>
  /** Keys of the files of lampiran that are there for good. */
  readonly files: () => Promise<readonly string[]>
}

/** @param withSessions false where nobody is to be signed in afterwards */
export async function withSnapshot<Result>(
  url: string,
  withSessions: boolean,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  return connected(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const shape = await shapeOf(client, withSessions ? FLEETING : [...FLEETING, ...SESSIONS])
    const counts: Record<string, number> = {}
    return work({
      shape,
      counts,
      async *rowsOf(name) {
        const table = shape.tables.find((one) => one.name === name)
        if (!table) throw new Error(`no table ${name}`)
        const source = client.query(copyTo(`COPY ${quoted(table)} TO STDOUT`))
        yield* source as AsyncIterable<Buffer>
        counts[name] = source.rowCount ?? 0
      },
      files: async () => (await client.query<{ key: string }>(FILES)).rows.map(({ key }) => key),
    })
  })
}

const FILES = `
  SELECT unnest(array_remove(ARRAY[kunci, kunci_thumb], NULL)) AS key FROM lampiran
   WHERE disimpan_pada IS NOT NULL AND dibuang_pada IS NULL ORDER BY key`

/**
 * Fills the tables of a database that was migrated as far as `shape` says, and that nobody uses. Everything or nothing: `check` is asked before the end.
 * @param rowsOf is called for each table in the shape's order
 * @returns how many rows each table got
 */
export async function fillDatabase(
  url: string,
  { tables, sequences }: DatabaseShape,
  rowsOf: (table: string) => AsyncIterable<Buffer>,
  check: (counts: Record<string, number>) => void | Promise<void> = () => undefined,
): Promise<void> {
  await connected(url, async (client) => {
    await client.query('BEGIN')
    // What triggers write is among the rows, and what the audit log forbids is not done to it here.
    for (const { name } of tables) await client.query(`ALTER TABLE ${quote(name)} DISABLE TRIGGER USER`)
    for (const { name } of [...tables].reverse()) await client.query(`DELETE FROM ${quote(name)}`)
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const target = client.query(copyFrom(`COPY ${quoted(table)} FROM STDIN`))
      await pipeline(Readable.from(rowsOf(table.name)), target)
      counts[table.name] = target.rowCount ?? 0
    }
    // What is only asked at the end of a transaction is asked now: a table with such questions open cannot be changed.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    for (const { name } of tables) await client.query(`ALTER TABLE ${quote(name)} ENABLE TRIGGER USER`)
    for (const [name, value] of Object.entries(sequences)) await client.query('SELECT setval($1::regclass, $2)', [name, value])
    await check(counts)
    await client.query('COMMIT')
  })
}

async function shapeOf(client: Client, without: readonly string[]): Promise<DatabaseShape> {
  const { rows: tables } = await client.query<TableShape>(TABLES, [['_prisma_migrations', ...without]])
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES)
  const { rows: migrations } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  )
  const { rows: sequences } = await client.query<{ name: string; value: string }>(
    "SELECT quote_ident(sequencename) AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL",
  )
  return {
    migrations: migrations.map(({ name }) => name),
    tables: inOrder(tables, references),
    sequences: Object.fromEntries(sequences.map(({ name, value }) => [name, value])),
  }
}

const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
   GROUP BY c.relname ORDER BY c.relname`

const REFERENCES = `
  SELECT DISTINCT f.relname AS from, t.relname AS to FROM pg_constraint o JOIN pg_class f ON f.oid = conrelid JOIN pg_class t ON t.oid = confrelid
   WHERE contype = 'f' AND conrelid <> confrelid`

/** Each after those that it refers to. */
function inOrder(tables: readonly TableShape[], references: readonly { from: string; to: string }[]): TableShape[] {
  const placed: TableShape[] = []
  const left = new Set(tables)
  while (left.size > 0) {
    const waits = (name: string) => references.some(({ from, to }) => from === name && [...left].some((other) => other.name === to))
    const ready = [...left].filter(({ name }) => !waits(name))
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    for (const table of ready) left.delete(table)
    placed.push(...ready)
  }
  return placed
}

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
const quoted = ({ name, columns }: TableShape) => `${quote(name)} (${columns.map(quote).join(', ')})`

/** Is there anybody in this database? */
export const isUsed = (url: string): Promise<boolean> =>
  connected(url, async (client) => (await client.query('SELECT 1 FROM pengguna LIMIT 1')).rowCount === 1)

/** Takes over what was to be done later, with its time and its tries. */
export async function moveJobs(from: string, to: string): Promise<void> {
  const jobs = await connected(from, async (client) => (await client.query<{ job: unknown[] }>(JOBS)).rows.map(({ job }) => job))
  await runMigrations({ connectionString: to })
  await connected(to, async (client) => {
    for (const job of jobs) await client.query(ADD_JOB, job)
  })
}

const JOBS = `
  SELECT jsonb_build_array(t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts - j.attempts, j.key, j.priority) AS job
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
   WHERE j.attempts < j.max_attempts`

const ADD_JOB = 'SELECT graphile_worker.add_job($1, $2::json, $3, $4::timestamptz, $5::int, $6, $7::int)'
