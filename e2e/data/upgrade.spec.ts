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
  UPDATE chat_messages SET dihapus_pada = now(), dihapus_oleh = pengirim_id WHERE urutan = 7;
  INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status, dibuat_pada)
  SELECT md5('lama' || n)::uuid, md5('p')::uuid, md5('d')::uuid, 'Batuk kering', 'expired', now() - interval '1 year' FROM generate_series(1, 4500) n;`

/** What an instance of the version before still writes: it knows of no profil. */
const OF_BEFORE = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran) VALUES (md5('baru')::uuid, 'Wayan', 'baru@uji.test', '', 'pasien');
  INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan) VALUES (md5('baru k')::uuid, md5('baru')::uuid, md5('d')::uuid, 'Batuk kering');
  UPDATE konsultasi SET status = 'cancelled' WHERE id = md5('baru k')::uuid;`

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
                   ORDER BY m.urutan)) FROM chat_messages m) AS pesan, (SELECT md5(string_agg(concat_ws('|', k.id, k.pasien_id, k.dokter_id, k.status, k.keluhan, k.rev, k.urutan, k.aktivitas_pada), ',' ORDER BY k.id))
                   FROM konsultasi k) AS konsultasi,
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
    // Every pasien is treated by a profil of their own, and nobody else is: what has ended keeps a picture of it, what is open does not yet.
    const profil = await client.query(
      `SELECT (SELECT json_agg(json_build_array(f.pemilik_id = md5('p')::uuid, f.hubungan, f.nama, f.tanggal_lahir, f.alergi)) FROM profil f) AS profil,
              count(*)::int AS konsultasi, (count(*) FILTER (WHERE profil_akhir IS NULL))::int AS terbuka,
              json_agg(DISTINCT coalesce(profil_akhir, profil_awal)->>'nama') AS nama FROM konsultasi`,
    )
    const nama = 'Ni Putu Ma’ruf'
    expect(profil.rows).toEqual([{ profil: [[true, 'diri', nama, null, null]], konsultasi: 4501, terbuka: 1, nama: [nama] }])
    expect(await migrate(url.href)).toEqual([])
    await client.query(OF_BEFORE)
    const late = await client.query(
      `SELECT f.nama, k.profil_id = f.id AS diri, k.profil_awal->>'nama' AS awal, k.profil_akhir->>'nama' AS akhir
         FROM konsultasi k JOIN profil f ON f.pemilik_id = k.pasien_id WHERE k.pasien_id = md5('baru')::uuid`,
    )
    expect(late.rows).toEqual([{ nama: 'Wayan', diri: true, awal: 'Wayan', akhir: 'Wayan' }])
  } finally {
    await client.query(`DROP SCHEMA ${SCHEMA} CASCADE`)
    await client.end()
    rmSync(before, { recursive: true })
  }
})
