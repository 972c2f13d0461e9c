import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { migrate } from '@/lib/data/migrate'

const MIGRATIONS = 'prisma/migrations'
const SCHEMA = 'uji_naik'

/** The last migration of the version before. */
const LAST_OF_BEFORE = '20261128'

/** Two people with one conversation, as the version before wrote it: half of it read, one pesan deleted; somebody signed in. */
const CLINIC = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran)
  VALUES (md5('p')::uuid, 'Ni Putu Ma’ruf', 'pasien@uji.test', '', 'pasien'), (md5('d')::uuid, 'dr. Sari', 'dokter@uji.test', '', 'dokter');
  INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip) VALUES (md5('d')::uuid, 'Umum', '1', '2');
  INSERT INTO sesi (id, pengguna_id, token_hash, berlaku_sampai) VALUES (md5('s')::uuid, md5('p')::uuid, '\\x01', now() + interval '1 day');
  INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status, diterima_pada, urutan, rev, aktivitas_pada)
  VALUES (md5('k')::uuid, md5('p')::uuid, md5('d')::uuid, 'Batuk kering', 'active', now(), 12000, 12001, now());
  INSERT INTO chat_messages (id, konsultasi_id, pengirim_id, urutan, rev, pesan, dibaca_pada, dibaca_oleh)
  SELECT md5('m' || n)::uuid, md5('k')::uuid, md5(CASE WHEN n % 2 = 0 THEN 'd' ELSE 'p' END)::uuid, n, n + 1, 'Obat diminum ' || n,
         CASE WHEN n <= 100 THEN now() END, CASE WHEN n <= 100 THEN md5(CASE WHEN n % 2 = 0 THEN 'p' ELSE 'd' END)::uuid END
    FROM generate_series(1, 12000) n;
  UPDATE chat_messages SET dihapus_pada = now(), dihapus_oleh = pengirim_id WHERE urutan = 7;`

test('a clinic of the version before is brought up to date with everything that was in it', async () => {
  const url = new URL(process.env.SAPA_DATABASE_URL ?? '')
  url.searchParams.set('options', `-c search_path=${SCHEMA},public`)
  const before = mkdtempSync(join(tmpdir(), 'sapa-'))
  for (const name of readdirSync(MIGRATIONS).filter((one) => /^\d/.test(one) && one <= LAST_OF_BEFORE)) {
    mkdirSync(join(before, name))
    cpSync(join(MIGRATIONS, name), join(before, name), { recursive: true })
  }
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`CREATE SCHEMA ${SCHEMA}`)
    await migrate(url.href, before)
    await client.query(CLINIC)
    const everything = async () => {
      const { rows } = await client.query(
        `SELECT (SELECT md5(string_agg(concat_ws('|', m.id, m.urutan, m.rev, m.pesan, m.dibaca_pada, m.dihapus_pada), ','
                   ORDER BY m.urutan)) FROM chat_messages m) AS pesan, (SELECT md5(string_agg(k::text, ',')) FROM konsultasi k) AS konsultasi,
                (SELECT count(*)::int FROM sesi) AS sesi, (SELECT count(*)::int FROM pencarian) AS pencarian`,
      )
      return rows[0]
    }
    const was = await everything()
    const applied = await migrate(url.href)
    expect(applied.length).toBeGreaterThan(3)
    expect(await everything()).toEqual(was)
    // Whoever has not read something is found by it; what was read needs nobody.
    const { rows } = await client.query(
      `SELECT (count(*) FILTER (WHERE penerima_id IS NULL AND dibaca_pada IS NULL AND dihapus_pada IS NULL))::int AS forgotten,
              (count(*) FILTER (WHERE penerima_id = pengirim_id))::int AS wrong FROM chat_messages`,
    )
    expect(rows).toEqual([{ forgotten: 0, wrong: 0 }])
    expect(await migrate(url.href)).toEqual([])
  } finally {
    await client.query(`DROP SCHEMA ${SCHEMA} CASCADE`)
    await client.end()
    rmSync(before, { recursive: true })
  }
})
