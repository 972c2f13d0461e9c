import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { sqlStateOf } from './sql-state'

/** The number that Prisma's own migrate command locks with, so that it and we wait for each other. */
const prismaLock = 72707369

const standardFolder = join(import.meta.dirname, '../../prisma/migrations')

/** Why the database cannot be brought up to date; a sentence for the operator. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

type Migration = { name: string; sql: string; checksum: string }

/** What `_prisma_migrations` tells of one attempt. */
type Attempt = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null }

/**
 * Applies the migrations that the database does not have yet, in order, each in a transaction of its own (unless it says otherwise), and keeps Prisma's table of them:
 * `prisma migrate deploy` may have applied the earlier ones and may apply the later ones. Nothing is downloaded. Instances that start
 * together wait for each other.
 * @param only names, where a database has to be as it was once
 * @returns the names of those applied now
 * @throws MigrationError when the history in the database is not the one in the folder, or a migration fails (then nothing of it stays)
 */
export async function migrate(connectionString: string, folder = standardFolder, only?: readonly string[]): Promise<string[]> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await takeTurn(client)
    await client.query(historyTable)
    const pending = findPending(readMigrations(folder), await readHistory(client)).filter(({ name }) => only?.includes(name) ?? true)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    // Ending the session gives the lock back too.
    await client.end().catch(() => undefined)
  }
}

/** How many migrations the next start would apply, and whether it would be the first. @throws MigrationError as {@link migrate} */
export async function lookAhead(connectionString: string): Promise<{ pending: number; isNew: boolean }> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ is_new: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NULL AS is_new`)
    const isNew = rows[0]?.is_new ?? true
    return { pending: findPending(readMigrations(standardFolder), isNew ? [] : await readHistory(client)).length, isNew }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** How long, in milliseconds, another instance may migrate before whoever waits for it gives up; and between two looks. */
const TURN_MS = 60 * 60_000
const LOOK_MS = 300

/**
 * One instance migrates at a time. Who waits asks again and again instead of waiting inside a statement: an index that is built without a transaction
 * waits for every statement that began before it, and the two would wait for each other.
 */
async function takeTurn(client: Client): Promise<void> {
  for (const end = Date.now() + TURN_MS; Date.now() < end; await delay(LOOK_MS)) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [prismaLock])
    if (rows[0]?.mine) return
  }
  throw new MigrationError('Another instance has been migrating the database for an hour: end its connection, or wait for it.')
}

/** The migrations of a folder in their order, with the checksum that Prisma gives them. */
function readMigrations(folder = standardFolder): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .map(({ name, sql }) => ({ name, sql, checksum: createHash('sha256').update(sql).digest('hex') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function findPending(migrations: Migration[], history: Attempt[]): Migration[] {
  const applied = new Map(history.filter(counts).map((attempt) => [attempt.migration_name, attempt]))
  for (const { migration_name, finished_at } of applied.values()) {
    if (!finished_at)
      throw new MigrationError(
        `The migration ${migration_name} failed earlier and was left unfinished: repair the database, then use prisma migrate resolve.`,
      )
    if (!migrations.some(({ name }) => name === migration_name))
      throw new MigrationError(
        `The database has the migration ${migration_name}, which this version does not know: it was made by a newer one.`,
      )
  }
  for (const { name, checksum } of migrations) {
    const attempt = applied.get(name)
    if (attempt && attempt.checksum !== checksum)
      throw new MigrationError(`The migration ${name} was changed after it had been applied: put the file back and write a new migration.`)
  }
  return migrations.filter(({ name }) => !applied.has(name))
}

/** An attempt that was rolled back stays in the table, but counts for nothing. */
const counts = (attempt: Attempt) => attempt.rolled_back_at === null

async function readHistory(client: Client): Promise<Attempt[]> {
  const { rows } = await client.query<Attempt>(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at',
  )
  return rows
}

async function apply(client: Client, migration: Migration) {
  try {
    await (isWithoutTransaction(migration) ? applyInPieces(client, migration) : applyAtOnce(client, migration))
  } catch (error) {
    throw new MigrationError(`The migration ${migration.name} failed: ${error instanceof Error ? error.message : 'unknown error'}.`)
  }
}

/**
 * A file that begins so holds one statement that must not run inside a transaction (an index that is built while others write, work in pieces
 * that are committed one by one). It must bear being begun again: what was cut off is not in the history.
 */
const isWithoutTransaction = ({ sql }: Migration) => sql.startsWith('-- without a transaction')

/** An index whose building was cut off stays behind, refused to queries and unknown to `IF NOT EXISTS`: it goes first. We hold the lock, so nobody is building one. */
async function applyInPieces(client: Client, { name, sql, checksum }: Migration) {
  const startedAt = new Date()
  await client.query(dropBrokenIndexes)
  await client.query(sql)
  await note(client, name, checksum, startedAt)
}

/** A lock that is not had soon is given up and asked for again: whoever waits for it holds up everybody behind. */
const LOCK_TIMEOUT = '3s'
const LOCK_TRIES = 40

async function applyAtOnce(client: Client, { name, sql, checksum }: Migration) {
  const startedAt = new Date()
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query('BEGIN')
      await client.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`)
      await client.query(sql)
      await note(client, name, checksum, startedAt)
      await client.query('COMMIT')
      return
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      if (!IN_THE_WAY.includes(sqlStateOf(error) ?? '') || tries === LOCK_TRIES) throw error
      await delay(500)
    }
  }
}

/** A lock that was not had in time, and one that somebody could only give who waited for one of ours. */
const IN_THE_WAY = ['55P03', '40P01']

const note = (client: Client, name: string, checksum: string, startedAt: Date) =>
  client.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count)
     VALUES ($1, $2, clock_timestamp(), $3, NULL, NULL, $4, 1)`,
    [randomUUID(), checksum, name, startedAt],
  )

const dropBrokenIndexes = `
  DO $$ DECLARE broken regclass;
  BEGIN
    FOR broken IN SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                   WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace
    LOOP EXECUTE format('DROP INDEX %s', broken); END LOOP;
  END $$`

/** As Prisma creates it. */
const historyTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`
