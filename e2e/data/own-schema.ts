import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import type { Transaction } from '@/lib/data/sql'

export const OWN_SCHEMA = 'percobaan'

/** All migrations, one after the other. */
export const migrations = (): string =>
  readdirSync('prisma/migrations', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
    // In one transaction with all others, over empty tables.
    .map((sql) => sql.replaceAll('CONCURRENTLY ', ''))
    .join('\n')

/** The tables that a script makes, empty and for this test alone: they stand in a schema of a transaction that is rolled back. */
export async function inOwnSchema<Result>(script: string, work: (client: Transaction) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(`CREATE SCHEMA ${OWN_SCHEMA}`)
    // What extensions bring stands in public.
    await client.query(`SET LOCAL search_path TO ${OWN_SCHEMA}, public`)
    await client.query(script)
    return await work(client as unknown as Transaction)
  } finally {
    await client.query('ROLLBACK')
    await client.end()
  }
}
