import { Client } from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { COUNT_ALL_UNREAD } from '@/lib/data/kabar'
import { LIST_WAITING } from '@/lib/data/meja-admin'
import { MEJA, mejaMark } from '@/lib/data/meja-list'
import { SEARCH_STATEMENTS } from '@/lib/data/search-pesan'
import { WORD_STATEMENTS } from '@/lib/data/search-words'
import { FIND_SESI_AND } from '@/lib/data/sesi'
import { inOwnSchema, migrations } from './own-schema'

/** Enough rows for the planner to think of its way; undone again. */
const FILL = `
  INSERT INTO kata_pesan (konsultasi_id, urutan, pasien_id, dokter_id, dari_pasien, dibuat_pada, kata)
  SELECT md5('k' || n / 100)::uuid, n % 100 + 1, md5('p' || n / 1000)::uuid, md5('d' || n % 20)::uuid, n % 2 = 0, now() - make_interval(mins => n),
         kata_akar('batuk kata' || translate((n % 500)::text, '0123456789', 'abcdefghij') || CASE WHEN n >= 1000 THEN ' rahasia' ELSE '' END)
    FROM generate_series(0, 19999) n;
  INSERT INTO pencarian (konsultasi_id, urutan, pasien_id, dokter_id, dibuat_pada, kata)
  SELECT md5('l' || n / 100)::uuid, n % 100 + 1, md5('p' || n / 1000)::uuid, md5('d' || n % 20)::uuid, now() - make_interval(mins => n),
         to_tsvector('simple', 'batuk kata' || n % 500) || array_to_tsvector(ARRAY['#' || md5('p' || n / 1000)::uuid])
    FROM generate_series(0, 19999) n;
  ANALYZE kata_pesan;
  ANALYZE pencarian`

test('no step of a search reads a table from end to end, whatever is asked', async () => {
  const client = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(FILL)
    for (const { name, text } of [...SEARCH_STATEMENTS, ...WORD_STATEMENTS]) {
      // A plan for any values at all: what a prepared statement ends with.
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${text}`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan, name).not.toMatch(/Seq Scan on (kata_pesan|pencarian)/)
      expect(plan, name).toMatch(/Index Cond: /)
    }
  } finally {
    await client.query('ROLLBACK')
    await client.end()
  }
})

test('a search reads as little for a word that thousands of others wrote as for one that nobody did', async () => {
  const client = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(FILL)
    await client.query("SELECT gin_clean_pending_list('kata_pesan_milik')")
    const pagesFor = async (kata: string): Promise<number> => {
      const own = `(SELECT right(md5('p0')::uuid::text, 8) || $q$${kata}$q$)`
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (ANALYZE, BUFFERS, COSTS off, TIMING off, SUMMARY off)
         SELECT FROM kata_pesan WHERE kata_milik(kata, pasien_id, dokter_id) @@ ${own}::tsquery`,
      )
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      return Number(/Bitmap Index Scan on kata_pesan_milik.*?Buffers: shared hit=(\d+)/s.exec(plan)?.[1])
    }
    await pagesFor('rahasia')
    const [others, nobodys] = [await pagesFor('rahasia'), await pagesFor('rahasiz')]
    expect(others).toBeGreaterThan(0)
    expect(others).toBe(nobodys)
    expect(await pagesFor('rahas:*')).toBeLessThanOrEqual(nobodys + 1)
  } finally {
    await client.query('ROLLBACK')
    await client.end()
  }
})

/** What an admin's filters ask of the database, as Prisma writes it. */
const FILTERS = {
  'a part of a name': `SELECT id FROM pengguna WHERE nama ILIKE '%Orang 4711%'`,
  'one status': `SELECT id FROM konsultasi WHERE status = CAST('pending'::text AS status_konsultasi) ORDER BY aktivitas_pada DESC, id DESC LIMIT 31`,
}

test('the filters of the konsultasi look through neither everybody nor all that has ended', async () => {
  await inOwnSchema(migrations(), async (client) => {
    await client.query(`
      INSERT INTO pengguna (id, nama, email, kata_sandi, peran) SELECT md5('p' || n)::uuid, 'Orang ' || n, n || '@uji.test', '', 'pasien' FROM generate_series(1, 5000) n;
      INSERT INTO pengguna (id, nama, email, kata_sandi, peran) VALUES (md5('d')::uuid, 'dr. Uji', 'd@uji.test', '', 'dokter');
      INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip) VALUES (md5('d')::uuid, 'Umum', '1', '2');
      INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status) SELECT md5('k' || n)::uuid, md5('p' || n)::uuid, md5('d')::uuid, 'Batuk kering', 'expired' FROM generate_series(1, 5000) n;
      ANALYZE pengguna;
      ANALYZE konsultasi`)
    for (const [what, text] of Object.entries(FILTERS)) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan, what).not.toContain('Seq Scan')
      expect(plan, what).toContain('Index Cond: ')
    }
  })
})

test('what one person has not read is counted without a look at what was read, and at others', async () => {
  await inOwnSchema(migrations(), async (client) => {
    await client.query(`
      INSERT INTO pengguna (id, nama, email, kata_sandi, peran) SELECT md5('p' || n)::uuid, 'Orang ' || n, n || '@uji.test', '', 'pasien' FROM generate_series(1, 400) n;
      INSERT INTO pengguna (id, nama, email, kata_sandi, peran) VALUES (md5('d')::uuid, 'dr. Uji', 'd@uji.test', '', 'dokter');
      INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip) VALUES (md5('d')::uuid, 'Umum', '1', '2');
      INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status, diterima_pada)
      SELECT md5('k' || n)::uuid, md5('p' || n)::uuid, md5('d')::uuid, 'Batuk kering', 'active', now() FROM generate_series(1, 400) n;
      ALTER TABLE chat_messages DISABLE TRIGGER USER;
      INSERT INTO chat_messages (id, konsultasi_id, urutan, rev, pengirim_id, penerima_id, tipe_pesan, pesan, dibaca_pada, dibaca_oleh)
      SELECT md5('m' || n)::uuid, md5('k' || n % 400 + 1)::uuid, n / 400 + 1, n / 400 + 3,
             CASE WHEN n % 3 = 0 THEN md5('d') ELSE md5('p' || n % 400 + 1) END::uuid, CASE WHEN n % 3 = 0 THEN md5('p' || n % 400 + 1) ELSE md5('d') END::uuid,
             'text', 'Batuk', CASE WHEN n < 39970 THEN now() END, CASE WHEN n < 39970 THEN CASE WHEN n % 3 = 0 THEN md5('p' || n % 400 + 1) ELSE md5('d') END::uuid END
        FROM generate_series(0, 39999) n;
      ANALYZE konsultasi;
      ANALYZE chat_messages`)
    for (const { text } of [COUNT_ALL_UNREAD, FIND_SESI_AND.kabar]) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${text}`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).toMatch(/Index (Only )?Scan.* on chat_messages_belum_dibaca_oleh|using chat_messages_belum_dibaca_oleh/)
      expect(plan).not.toContain('Seq Scan on chat_messages')
    }
  })
})

/** A dokter with 50,000 konsultasi, 30 of which are open, 3 pinned among those that have ended; and others. */
const DESK = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran) SELECT md5('p' || n)::uuid, 'Orang ' || n, n || '@uji.test', '', 'pasien' FROM generate_series(1, 2000) n;
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran) SELECT md5('d' || n)::uuid, 'dr. ' || n, 'd' || n || '@uji.test', '', 'dokter' FROM generate_series(1, 2) n;
  INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip) SELECT md5('d' || n)::uuid, 'Umum', '1', '2' FROM generate_series(1, 2) n;
  ALTER TABLE konsultasi DISABLE TRIGGER USER;
  INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status, diterima_pada, profil_id, profil_awal, profil_akhir, aktivitas_pada, belum_dibalas_sejak)
  SELECT md5('k' || n)::uuid, f.pemilik_id, md5('d' || CASE WHEN n <= 50000 THEN 1 ELSE 2 END)::uuid, 'Batuk kering',
         CASE WHEN n % 1667 = 0 THEN 'active' ELSE 'expired' END::status_konsultasi, CASE WHEN n % 1667 = 0 THEN now() END, f.id, '{}',
         CASE WHEN n % 1667 <> 0 THEN '{}'::jsonb END, now() - make_interval(mins => n), CASE WHEN n % 1667 = 0 AND n % 2 = 0 THEN now() - make_interval(mins => n) END
    FROM generate_series(1, 60000) n JOIN profil f ON f.pemilik_id = md5('p' || (n % 1900 + 1))::uuid;
  ALTER TABLE konsultasi ENABLE TRIGGER USER;
  INSERT INTO penanda (konsultasi_id, dokter_id, disematkan) SELECT md5('k' || n)::uuid, md5('d1')::uuid, true FROM generate_series(40001, 40003) n;
  ANALYZE konsultasi;
  ANALYZE penanda`

/** How many rows of a table the steps of a plan looked at. */
function rowsRead(plan: string, table: string): number {
  const scans = [
    ...plan.matchAll(new RegExp(`Scan[^\\n]* on ${table}[^\\n]*rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)\\)(?:\\n(?!.*->).*)*`, 'g')),
  ]
  return scans.reduce((sum, [text, rows, loops]) => {
    const removed = /Rows Removed by Filter: (\d+)/.exec(text)?.[1] ?? '0'
    return sum + (Number(rows) + Number(removed)) * Number(loops)
  }, 0)
}

test('the desk of a dokter with 50,000 konsultasi is read from what is open, what is pinned, and a page', async () => {
  await inOwnSchema(migrations(), async (client) => {
    await client.query(DESK)
    const values = ["md5('d1')::uuid", 'NULL', 'NULL', 'NULL', '31']
    const text = MEJA.text.replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] as string)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, COSTS off, TIMING off, SUMMARY off) ${text}`)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).not.toContain('Seq Scan on konsultasi')
    expect(plan).toContain('konsultasi_meja')
    expect(rowsRead(plan, 'konsultasi'), plan).toBeGreaterThan(30)
    expect(rowsRead(plan, 'konsultasi'), plan).toBeLessThan(300)
  })
})

test('whether that desk is as it was is read from the same, also together with the session', async () => {
  await inOwnSchema(migrations(), async (client) => {
    await client.query(DESK)
    const explain = async (how: string, text: string) => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (${how}) ${text}`)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    }
    const alone = await explain('ANALYZE, COSTS off, TIMING off, SUMMARY off', `SELECT ${mejaMark("md5('d1')::uuid")}`)
    expect(rowsRead(alone, 'konsultasi'), alone).toBeGreaterThan(100)
    expect(rowsRead(alone, 'konsultasi'), alone).toBeLessThan(200)
    for (const plan of [alone, await explain('GENERIC_PLAN', FIND_SESI_AND['kabar,meja'].text)]) {
      expect(plan).not.toContain('Seq Scan on konsultasi')
      expect(plan).toContain('konsultasi_meja')
    }
  })
})

test('who waits longest in the whole clinic is read from those who wait', async () => {
  await inOwnSchema(migrations(), async (client) => {
    await client.query(DESK)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${LIST_WAITING.text.replace('$1', '1800')}`)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('konsultasi_belum_dibalas')
    expect(plan).not.toContain('Seq Scan on konsultasi')
  })
})
