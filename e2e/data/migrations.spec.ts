import { expect, test } from '@/e2e/fixtures'
import { carriesLampiran, TIPE_PESAN } from '@/lib/domain/jenis-pesan'
import { TIPE_LAMPIRAN } from '@/lib/domain/lampiran'
import { inOwnSchema, migrations, OWN_SCHEMA } from './own-schema'
import { scriptOfSchema } from './schema-script'

/** What a script makes of an empty schema, as the catalog tells it. */
const catalogAfter = (script: string) =>
  inOwnSchema(script, async (client) => {
    const lines = async (query: string) => (await client.query<{ line: string }>(query)).rows.map(({ line }) => line).sort()
    return { columns: await lines(columns), enums: await lines(enums), keys: await lines(keys), indexes: await lines(indexes) }
  })

const own = `'${OWN_SCHEMA}'::regnamespace`
const columns = `
  SELECT format('%s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END, pg_get_expr(d.adbin, d.adrelid)) AS line
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = ${own} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`
const enums = `
  SELECT format('%s %s %s', t.typname, e.enumsortorder, e.enumlabel) AS line
  FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = ${own}`
// When a key is checked is one thing that Prisma cannot say.
const keys = `
  SELECT format('%s %s %s', conrelid::regclass, conname, replace(pg_get_constraintdef(oid), ' DEFERRABLE INITIALLY DEFERRED', '')) AS line
  FROM pg_constraint WHERE connamespace = ${own} AND contype IN ('p', 'f', 'u')`
const indexes = `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = '${OWN_SCHEMA}'`

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

test('the database knows the kinds of pesan that the domain knows, and which of them carry a lampiran', async () => {
  const [kinds, checks] = await inOwnSchema(migrations(), async (client) => {
    const labels = await client.query<{ kind: string }>(
      `SELECT e.enumlabel AS kind FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = ${own} AND t.typname = 'tipe_pesan' ORDER BY e.enumsortorder`,
    )
    const named = await client.query<{ line: string }>(
      `SELECT pg_get_constraintdef(oid) AS line FROM pg_constraint WHERE connamespace = ${own} AND conname IN ('chat_messages_lampiran', 'lampiran_tipe')`,
    )
    return [labels.rows.map(({ kind }) => kind), named.rows.map(({ line }) => line)]
  })
  expect(kinds).toEqual(TIPE_PESAN)
  expect(checks).toHaveLength(2)
  for (const check of checks) expect([...check.matchAll(/'(\w+)'/g)].map(([, kind]) => kind)).toEqual(TIPE_PESAN.filter(carriesLampiran))
  expect(TIPE_PESAN.filter(carriesLampiran)).toEqual(TIPE_LAMPIRAN)
})
