import { readdirSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { STATEMENTS } from '@/lib/data/sql'
import { useOwnPool } from './own-pool'

test.beforeAll(useOwnPool)

interface Field {
  readonly name: string
  readonly dataTypeID: number
  readonly tableID: number
  readonly columnID: number
}

/** Columns that may be null in their table and cannot be in these rows: the statement asks for those that have one, or sets it. */
const NEVER_NULL_HERE = ['find_reason.alasan', 'list_riwayat.selesai', 'decide_dokter.diverifikasi_pada']

/** What the database says of a statement without carrying it out: its columns. */
const columnsOf = (client: pg.Client, text: string): Promise<readonly Field[]> =>
  new Promise((described, failed) => {
    let fields: readonly Field[] = []
    const ignore = () => undefined
    const question = {
      submit(connection: { parse(q: object): void; describe(q: object): void; sync(): void }) {
        connection.parse({ name: '', text, types: [] })
        connection.describe({ type: 'S', name: '' })
        connection.sync()
      },
      handleRowDescription: (message: { fields: readonly Field[] }) => {
        fields = message.fields
      },
      handleError: failed,
      handleReadyForQuery: () => described(fields),
      handleNoData: ignore,
    }
    client.query(question as unknown as pg.Submittable)
  })

/** Is it said that this column is never null? What is shaped says it in its type. */
const isBelieved = (type: unknown) => !String(type).endsWith('?') && !SHAPED.has(String(type))
const SHAPED = new Set(['json', 'jsonb', 'json[]'])

test('every statement gives the columns that it declares, by name and type', async () => {
  const modules = readdirSync('lib/data').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  for (const module of modules) await import(`@/lib/data/${module.replace('.ts', '')}`)
  const client = new pg.Client({ connectionString: process.env.SAPA_DATABASE_URL ?? '' })
  await client.connect()
  try {
    const { rows } = await client.query<{ oid: number; typname: string }>('SELECT oid, typname FROM pg_type')
    const types = new Map(rows.map(({ oid, typname }) => [oid, typname.replace(/^_(.*)/, '$1[]')]))
    const nullable = await client.query<{ id: string }>("SELECT attrelid || '.' || attnum AS id FROM pg_attribute WHERE NOT attnotnull")
    const mayBeNull = new Set(nullable.rows.map(({ id }) => id))
    const believed: string[] = []
    const told: Record<string, object> = {}
    const declared: Record<string, object> = {}
    for (const { name, text, row } of STATEMENTS) {
      const key = name || text
      // One without a name only says that there is a row.
      const fields = (await columnsOf(client, text)).filter((field) => field.name !== '?column?')
      told[key] = Object.fromEntries(fields.map((field) => [field.name, types.get(field.dataTypeID)]))
      const unasked = fields.filter(({ name, tableID, columnID }) => mayBeNull.has(`${tableID}.${columnID}`) && isBelieved(row[name]))
      believed.push(...unasked.map((field) => `${name}.${field.name}`))
      declared[key] = Object.fromEntries(Object.entries(row).map(([column, type]) => [column, String(type).replace('?', '')]))
    }
    expect(Object.keys(declared).length).toBeGreaterThan(100)
    expect(declared).toEqual(told)
    expect(believed.sort()).toEqual(NEVER_NULL_HERE.sort())
  } finally {
    await client.end()
  }
})

test('no two statements have one name', () => {
  const texts = new Map<string, Set<string>>()
  for (const { name, text } of STATEMENTS) if (name) texts.set(name, (texts.get(name) ?? new Set()).add(text))
  expect([...texts].filter(([, different]) => different.size > 1).map(([name]) => name)).toEqual([])
})
