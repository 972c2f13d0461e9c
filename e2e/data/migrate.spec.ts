import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { migrate } from '@/lib/data/migrate'

/** A schema of this test's own, a folder of migrations for it, and connections that see that schema. */
async function inOwnPlace(name: string, work: (place: Place) => Promise<void>) {
  const url = new URL(process.env.SAPA_DATABASE_URL ?? '')
  url.searchParams.set('options', `-c search_path=${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'sapa-'))
  const opened: Client[] = []
  const connect = async () => {
    const client = new Client({ connectionString: url.href })
    await client.connect()
    opened.push(client)
    return client
  }
  const admin = await connect()
  await admin.query(`CREATE SCHEMA ${name}`)
  try {
    await work({ url: url.href, folder, connect })
  } finally {
    await admin.query(`DROP SCHEMA ${name} CASCADE`)
    for (const client of opened) await client.end()
    rmSync(folder, { recursive: true })
  }
}

interface Place {
  readonly url: string
  readonly folder: string
  readonly connect: () => Promise<Client>
}

function write({ folder }: Place, name: string, sql: string) {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

test('a migration that waits for a lock gives way to whoever is behind it, and is applied when the lock is free', async () => {
  await inOwnPlace('uji_kunci', async (place) => {
    write(place, '1_awal', 'CREATE TABLE orang (id int)')
    await migrate(place.url, place.folder)
    write(place, '2_kolom', 'ALTER TABLE orang ADD COLUMN nama text')
    const [reader, other] = [await place.connect(), await place.connect()]
    await reader.query('BEGIN; SELECT FROM orang')
    const migrating = migrate(place.url, place.folder)
    const isWaiting = "SELECT FROM pg_locks WHERE relation = 'orang'::regclass AND NOT granted"
    await expect.poll(async () => (await other.query(isWaiting)).rowCount).toBe(1)
    // Behind a lock that is waited for without end this would wait as long as the reader reads.
    await other.query('SELECT FROM orang')
    await reader.query('COMMIT')
    expect(await migrating).toEqual(['2_kolom'])
  })
})

test('a migration and somebody who writes that wait for each other: it gives way, and is applied afterwards', async () => {
  await inOwnPlace('uji_saling', async (place) => {
    write(place, '1_awal', 'CREATE TABLE orang (id int); CREATE TABLE surat (id int)')
    await migrate(place.url, place.folder)
    write(place, '2_kolom', 'ALTER TABLE orang ADD COLUMN nama text; ALTER TABLE surat ADD COLUMN nama text')
    const [writer, other] = [await place.connect(), await place.connect()]
    await writer.query('BEGIN; INSERT INTO surat VALUES (1)')
    const migrating = migrate(place.url, place.folder)
    const isWaiting = "SELECT FROM pg_locks WHERE relation = 'surat'::regclass AND NOT granted"
    await expect.poll(async () => (await other.query(isWaiting)).rowCount, { intervals: [20] }).toBe(1)
    await writer.query('INSERT INTO orang VALUES (1)')
    await writer.query('COMMIT')
    expect(await migrating).toEqual(['2_kolom'])
  })
})

test('an index that is built while others write needs no transaction; one whose building was cut off is built anew', async () => {
  await inOwnPlace('uji_indeks', async (place) => {
    write(place, '1_awal', 'CREATE TABLE orang (nama text); INSERT INTO orang VALUES (1), (1)')
    await migrate(place.url, place.folder)
    const client = await place.connect()
    // Left behind as a cut-off building leaves it: there, and not valid.
    await expect(client.query('CREATE UNIQUE INDEX CONCURRENTLY orang_nama ON orang (nama)')).rejects.toThrow()
    write(place, '2_indeks', '-- without a transaction\nCREATE INDEX CONCURRENTLY IF NOT EXISTS orang_nama ON orang (nama)')
    expect(await migrate(place.url, place.folder)).toEqual(['2_indeks'])
    const { rows } = await client.query("SELECT indisvalid, indisunique FROM pg_index WHERE indexrelid = 'orang_nama'::regclass")
    expect(rows).toEqual([{ indisvalid: true, indisunique: false }])
    expect(await migrate(place.url, place.folder)).toEqual([])
  })
})

test('work in pieces that was cut off is not in the history and goes on at the next start', async () => {
  await inOwnPlace('uji_potong', async (place) => {
    write(place, '1_awal', 'CREATE TABLE orang (id int, besar boolean); INSERT INTO orang SELECT generate_series(1, 30)')
    await migrate(place.url, place.folder)
    const pieces = (end: string) => `-- without a transaction
      DO $$ BEGIN
        LOOP
          UPDATE orang SET besar = id > 15 WHERE id IN (SELECT id FROM orang WHERE besar IS NULL ORDER BY id LIMIT 10);
          EXIT WHEN NOT FOUND;
          COMMIT;
          ${end}
        END LOOP;
      END $$`
    write(place, '2_isi', pieces('PERFORM 1 / 0;'))
    await expect(migrate(place.url, place.folder)).rejects.toThrow('2_isi')
    const client = await place.connect()
    const left = async () => (await client.query('SELECT FROM orang WHERE besar IS NULL')).rowCount
    expect(await left()).toBe(20)
    writeFileSync(join(place.folder, '2_isi', 'migration.sql'), pieces(''))
    expect(await migrate(place.url, place.folder)).toEqual(['2_isi'])
    expect(await left()).toBe(0)
  })
})

test('instances that start together do not wait for each other: an index that is built without a transaction waits for every running statement', async () => {
  await inOwnPlace('uji_serentak', async (place) => {
    write(place, '1_awal', 'CREATE TABLE orang (nama text); INSERT INTO orang SELECT generate_series(1, 20000)')
    for (const n of [2, 3, 4])
      write(
        place,
        `${n}_indeks`,
        `-- without a transaction\nCREATE INDEX CONCURRENTLY IF NOT EXISTS orang_${n} ON orang ((nama || '${n}'))`,
      )
    const applied = await Promise.all([1, 2, 3].map(() => migrate(place.url, place.folder)))
    expect(applied.flat().sort()).toEqual(['1_awal', '2_indeks', '3_indeks', '4_indeks'])
  })
})
