import { readdirSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { STATEMENTS } from '@/lib/data/sql'
import { useOwnPool } from './own-pool'

test.beforeAll(useOwnPool)

interface Field {
  readonly name: string
  readonly dataTypeID: number
}

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

test('every statement gives the columns that it declares, by name and type', async () => {
  const modules = readdirSync('lib/data').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  for (const module of modules) await import(`@/lib/data/${module.replace('.ts', '')}`)
  const client = new pg.Client({ connectionString: process.env.SAPA_DATABASE_URL ?? '' })
  await client.connect()
  try {
    const { rows } = await client.query<{ oid: number; typname: string }>('SELECT oid, typname FROM pg_type')
    const types = new Map(rows.map(({ oid, typname }) => [oid, typname.replace(/^_(.*)/, '$1[]')]))
    const told: Record<string, object> = {}
    const declared: Record<string, object> = {}
    for (const { name, text, row } of STATEMENTS) {
      const key = name || text
      // One without a name only says that there is a row.
      const fields = (await columnsOf(client, text)).filter((field) => field.name !== '?column?')
      told[key] = Object.fromEntries(fields.map((field) => [field.name, types.get(field.dataTypeID)]))
      declared[key] = Object.fromEntries(Object.entries(row).map(([column, type]) => [column, String(type).replace('?', '')]))
    }
    expect(Object.keys(declared).length).toBeGreaterThan(100)
    expect(declared).toEqual(told)
  } finally {
    await client.end()
  }
})

test('no two statements have one name', () => {
  const texts = new Map<string, Set<string>>()
  for (const { name, text } of STATEMENTS) if (name) texts.set(name, (texts.get(name) ?? new Set()).add(text))
  expect([...texts].filter(([, different]) => different.size > 1).map(([name]) => name)).toEqual([])
})
