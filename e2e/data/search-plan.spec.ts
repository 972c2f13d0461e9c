import { Client } from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { SEARCH_STATEMENTS } from '@/lib/data/search-pesan'
import { FIND_WORDS } from '@/lib/data/search-words'
import { inOwnSchema, migrations } from './own-schema'

/** Enough rows for the planner to think of its way; undone again. */
const FILL = `
  INSERT INTO pencarian (konsultasi_id, urutan, pasien_id, dokter_id, dibuat_pada, kata)
  SELECT md5('k' || n / 100)::uuid, n % 100 + 1, md5('p' || n / 1000)::uuid, md5('d' || n % 20)::uuid, now() - make_interval(mins => n),
         to_tsvector('simple', 'batuk kata' || n % 500) || array_to_tsvector(ARRAY['#' || md5('p' || n / 1000)::uuid])
    FROM generate_series(0, 19999) n;
  INSERT INTO kosakata (kata) SELECT 'k' || left(translate(md5(n::text), '0123456789', 'ghijklmnop'), 7) FROM generate_series(1, 60000) n;
  ANALYZE pencarian;
  ANALYZE kosakata`

test('no step of a search reads a table from end to end, whatever is asked', async () => {
  const client = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(FILL)
    for (const { name, text } of [...SEARCH_STATEMENTS, FIND_WORDS]) {
      // A plan for any values at all: what a prepared statement ends with.
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${text}`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan, name).not.toMatch(/Seq Scan on (pencarian|kosakata)/)
      expect(plan, name).toMatch(/Index Cond: /)
    }
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
