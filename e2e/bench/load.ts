import type { Client } from 'pg'
import { hashOf, newToken } from '@/lib/auth/token'
import { toId } from '@/lib/domain/id'

/** Pesan in each konsultasi, and konsultasi of each pasien: the same at every size, so that only the database grows, not what is asked. */
const PESAN_EACH = 100
const KONSULTASI_EACH = 10
const DOKTER = 100

/** A konsultasi that requests are about, and its pasien's session. Ids are public ones. */
export interface Target {
  readonly konsultasiUuid: string
  readonly konsultasiId: string
  readonly pasienId: string
  readonly token: string
  readonly dokterToken: string
}

/**
 * Fills the database up to so many pesan, as if they had been sent: active konsultasi of 100 pesan, all read but the dokter's last three.
 * Every constraint and trigger stays on but that of the search, whose table is filled afterwards. Rows of different konsultasi lie mixed, as they do when people write at the same time.
 */
export async function loadPesan(db: Client, pesan: number): Promise<void> {
  const konsultasi = pesan / PESAN_EACH
  const [{ loaded }] = (await db.query("SELECT count(*)::int AS loaded FROM pengguna WHERE email LIKE 'pasien%@bench.test'")).rows
  const first = loaded * KONSULTASI_EACH
  await db.query('SET synchronous_commit = off')
  await db.query("SET work_mem = '64MB'")
  await db.query(INSERT_PENGGUNA, ['pasien', loaded, konsultasi / KONSULTASI_EACH - 1])
  await db.query(INSERT_PENGGUNA, ['dokter', 0, DOKTER - 1])
  await db.query(INSERT_DOKTER)
  await db.query(INSERT_KONSULTASI, [first, konsultasi - 1])
  await withoutSearch(db, () => db.query(INSERT_PESAN, [first, konsultasi - 1]))
  await db.query('VACUUM ANALYZE')
}

/**
 * What a search looks through is written after the pesan, once for each different text, and its index built then: word for word, a million
 * pesan would take many minutes. The rows are those that the trigger would have written.
 */
async function withoutSearch(db: Client, load: () => Promise<unknown>): Promise<void> {
  const index = (await db.query("SELECT pg_get_indexdef('kata_pesan_milik'::regclass) AS text")).rows[0].text
  await db.query('ALTER TABLE chat_messages DISABLE TRIGGER pencarian_isi')
  await load()
  await db.query('ALTER TABLE chat_messages ENABLE TRIGGER pencarian_isi')
  await db.query('DROP INDEX kata_pesan_milik')
  await db.query(INSERT_KATA)
  await db.query("SET maintenance_work_mem = '256MB'")
  await db.query(index)
}

const INSERT_KATA = `
  WITH teks AS MATERIALIZED (SELECT pesan, kata_akar(pesan) AS kata FROM (SELECT DISTINCT pesan FROM chat_messages) p)
  INSERT INTO kata_pesan (konsultasi_id, urutan, pasien_id, dokter_id, dari_pasien, dibuat_pada, kata)
  SELECT p.konsultasi_id, p.urutan, k.pasien_id, k.dokter_id, p.pengirim_id = k.pasien_id, p.dibuat_pada, t.kata
    FROM chat_messages p JOIN konsultasi k ON k.id = p.konsultasi_id JOIN teks t ON t.pesan = p.pesan
   WHERE p.dihapus_pada IS NULL
   ORDER BY p.dibuat_pada
  ON CONFLICT DO NOTHING`

const INSERT_PENGGUNA = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran)
  SELECT uuidv7(), initcap($1) || ' ' || n, $1 || n || '@bench.test', '-', $1::peran FROM generate_series($2::int, $3::int) n
  ON CONFLICT DO NOTHING`

const INSERT_DOKTER = `
  INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip, status_verifikasi, diverifikasi_pada)
  SELECT id, 'Dokter umum', 'STR', 'SIP', 'terverifikasi', now() FROM pengguna WHERE email LIKE 'dokter%@bench.test'
  ON CONFLICT DO NOTHING`

// `rev` counts the booking, the acceptance, every pesan, and the 97 that were read after the last was sent.
const INSERT_KONSULTASI = `
  INSERT INTO konsultasi (id, pasien_id, dokter_id, status, keluhan, rev, urutan, dibuat_pada, diterima_pada, aktivitas_pada)
  SELECT uuidv7(make_interval(secs => -n)), p.id, d.id, 'active', 'Keluhan nomor ' || n, 2 + ${PESAN_EACH} + ${PESAN_EACH - 3}, ${PESAN_EACH},
         now() - interval '2 days', now() - interval '1 day', now() - make_interval(secs => n)
    FROM generate_series($1::int, $2::int) n
    JOIN pengguna p ON p.email = 'pasien' || n / ${KONSULTASI_EACH} || '@bench.test'
    JOIN pengguna d ON d.email = 'dokter' || n % ${DOKTER} || '@bench.test'`

const INSERT_PESAN = `
  INSERT INTO chat_messages (id, konsultasi_id, pengirim_id, urutan, rev, client_id, pesan, dibuat_pada, dibaca_pada, dibaca_oleh)
  SELECT uuidv7(make_interval(mins => u - 1000)), k.id, CASE WHEN dari_pasien THEN k.pasien_id ELSE k.dokter_id END, u,
         CASE WHEN dibaca THEN 2 + ${PESAN_EACH} + u ELSE 2 + u END, gen_random_uuid(),
         'Pesan ke-' || u || ': ' || repeat('batuknya sudah berkurang, masih gatal malam hari. ', 1 + u % 4),
         now() + make_interval(mins => u - 1000), CASE WHEN dibaca THEN now() END,
         CASE WHEN NOT dibaca THEN NULL WHEN dari_pasien THEN k.dokter_id ELSE k.pasien_id END
    FROM generate_series(1, ${PESAN_EACH}) u
   CROSS JOIN LATERAL (SELECT u % 2 = 1 AND u <= ${PESAN_EACH - 3} AS dari_pasien, u <= ${PESAN_EACH - 3} AS dibaca) ini
    JOIN konsultasi k ON k.keluhan IN (SELECT 'Keluhan nomor ' || n FROM generate_series($1::int, $2::int) n)
   ORDER BY u, k.id`

/** At most `count` konsultasi of people spread over all that were loaded, each with sessions for its two people. */
export async function openTargets(db: Client, count: number): Promise<Target[]> {
  const { rows } = await db.query<{ id: string; pasien_id: string; dokter_id: string }>(
    `SELECT id, pasien_id, dokter_id FROM (
       SELECT *, row_number() OVER (ORDER BY aktivitas_pada) AS nomor, count(*) OVER () AS semua FROM konsultasi WHERE keluhan LIKE 'Keluhan nomor %') k
      WHERE nomor % greatest(1, semua / $1) = 0 LIMIT $1`,
    [count],
  )
  const tokens = new Map<string, string>()
  for (const id of new Set(rows.flatMap((row) => [row.pasien_id, row.dokter_id]))) tokens.set(id, await openSesi(db, id))
  return rows.map((row) => ({
    konsultasiUuid: row.id,
    konsultasiId: toId('konsultasi', row.id),
    pasienId: toId('pengguna', row.pasien_id),
    token: tokens.get(row.pasien_id) ?? '',
    dokterToken: tokens.get(row.dokter_id) ?? '',
  }))
}

/** @returns the token of a new session */
export async function openSesi(db: Client, penggunaId: string): Promise<string> {
  const token = newToken()
  await db.query("INSERT INTO sesi (id, pengguna_id, token_hash, berlaku_sampai) VALUES (uuidv7(), $1, $2, now() + interval '1 day')", [
    penggunaId,
    hashOf(token),
  ])
  return token
}
