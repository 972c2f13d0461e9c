import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { scriptOfSchema } from './schema-script'

/** What a script makes of an empty schema, as the catalog tells it; everything is undone again. */
async function catalogAfter(script: string) {
  const client = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('CREATE SCHEMA percobaan')
    // What extensions bring stands in public.
    await client.query('SET LOCAL search_path TO percobaan, public')
    await client.query(script)
    const lines = async (query: string) => (await client.query<{ line: string }>(query)).rows.map(({ line }) => line).sort()
    return { columns: await lines(columns), enums: await lines(enums), keys: await lines(keys), indexes: await lines(indexes) }
  } finally {
    await client.query('ROLLBACK')
    await client.end()
  }
}

const columns = `
  SELECT format('%s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END, pg_get_expr(d.adbin, d.adrelid)) AS line
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'percobaan'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`
const enums = `
  SELECT format('%s %s %s', t.typname, e.enumsortorder, e.enumlabel) AS line
  FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = 'percobaan'::regnamespace`
const keys = `
  SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
  FROM pg_constraint WHERE connamespace = 'percobaan'::regnamespace AND contype IN ('p', 'f', 'u')`
const indexes = `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'percobaan'`

const migrations = () =>
  readdirSync('prisma/migrations', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
    .join('\n')

test('the migrations make what schema.prisma says, and beyond it only what Prisma cannot say', async () => {
  const said = await catalogAfter(await scriptOfSchema())
  const made = await catalogAfter(migrations())
  expect(said.columns.length).toBeGreaterThan(50)
  expect(made.columns).toEqual(said.columns)
  expect(made.enums).toEqual(said.enums)
  expect(made.keys).toEqual(said.keys)
  expect(made.indexes).toEqual(expect.arrayContaining(said.indexes))
  // Partial and covering indexes, and those of words, are what the schema cannot name.
  for (const index of made.indexes.filter((one) => !said.indexes.includes(one))) expect(index).toMatch(/ WHERE | INCLUDE | USING gin /)
})

test('no relation cascades: whoever deletes a person or a konsultasi is stopped by its pesan', async () => {
  const { keys: made } = await catalogAfter(migrations())
  const relations = made.filter((key) => key.includes('FOREIGN KEY'))
  expect(relations.length).toBeGreaterThan(10)
  for (const relation of relations) expect(relation).toContain('ON DELETE RESTRICT')
})
