import type { Client } from 'pg'
import { openSesi } from './load'

/** Konsultasi of one dokter, and how many of them are open. */
const ALL = 50_000
const OPEN = 30

/** The newest, open or not, of which something was said; pesan in each. */
const TALKED = 200
const PESAN_EACH = 10

/** A dokter of many years: thirty who wait or are answered, a few of them pinned, and everybody who ever came. @returns their session */
export async function loadMeja(db: Client): Promise<string> {
  const { rows } = await db.query<{ id: string }>("SELECT id FROM pengguna WHERE email = 'meja@bench.test'")
  const [known] = rows
  if (known) return openSesi(db, known.id)
  const [dokter] = (await db.query<{ id: string }>(INSERT_DOKTER)).rows
  if (!dokter) throw new Error('there is no dokter')
  await db.query(
    "INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip, status_verifikasi, diverifikasi_pada) VALUES ($1, 'Dokter umum', 'STR', 'SIP', 'terverifikasi', now())",
    [dokter.id],
  )
  await db.query(INSERT_PASIEN)
  // The triggers tell a row's story as it happens; these rows say how theirs ended.
  await db.query('ALTER TABLE konsultasi DISABLE TRIGGER USER')
  await db.query(INSERT_KONSULTASI, [dokter.id])
  await db.query('ALTER TABLE konsultasi ENABLE TRIGGER USER')
  await db.query('ALTER TABLE chat_messages DISABLE TRIGGER USER')
  await db.query(INSERT_PESAN, [dokter.id])
  await db.query('ALTER TABLE chat_messages ENABLE TRIGGER USER')
  await db.query(PIN, [dokter.id])
  await db.query('VACUUM ANALYZE')
  return openSesi(db, dokter.id)
}

const INSERT_DOKTER = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran) VALUES (uuidv7(), 'dr. Meja', 'meja@bench.test', '-', 'dokter') RETURNING id`

const INSERT_PASIEN = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran)
  SELECT uuidv7(), 'Pasien ' || n, 'meja' || n || '@bench.test', '-', 'pasien' FROM generate_series(0, 1999) n`

/** Every 1667th is open, half of those wait for an answer; numbered from the newest. */
const INSERT_KONSULTASI = `
  INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status, rev, urutan, diterima_pada, profil_id, profil_awal, profil_akhir, aktivitas_pada, belum_dibalas_sejak)
  SELECT uuidv7(make_interval(mins => -n)), f.pemilik_id, $1, 'Meja nomor ' || n,
         CASE WHEN terbuka THEN 'active' ELSE 'expired' END::status_konsultasi, 2 + u, u, CASE WHEN terbuka THEN now() END,
         f.id, potret, CASE WHEN NOT terbuka THEN potret END, now() - make_interval(mins => n),
         CASE WHEN terbuka AND n % 2 = 0 THEN now() - make_interval(mins => n) END
    FROM generate_series(1, ${ALL}) n
   CROSS JOIN LATERAL (SELECT n % (${ALL} / ${OPEN}) = 0 AS terbuka) ini
   CROSS JOIN LATERAL (SELECT CASE WHEN terbuka OR n <= ${TALKED} THEN ${PESAN_EACH} ELSE 0 END AS u) isi
    JOIN pengguna p ON p.email = 'meja' || n % 2000 || '@bench.test'
    JOIN profil f ON f.pemilik_id = p.id
   CROSS JOIN LATERAL (SELECT jsonb_build_object('nama', f.nama, 'hubungan', f.hubungan) AS potret) awal`

const INSERT_PESAN = `
  INSERT INTO chat_messages (id, konsultasi_id, pengirim_id, penerima_id, urutan, rev, pesan, dibuat_pada, dibaca_pada, dibaca_oleh)
  SELECT uuidv7(), k.id, CASE WHEN u % 2 = 1 THEN k.pasien_id ELSE k.dokter_id END, CASE WHEN u % 2 = 1 THEN k.dokter_id ELSE k.pasien_id END,
         u, 2 + u, 'Pesan ke-' || u || ': batuknya sudah berkurang, masih gatal malam hari.', k.aktivitas_pada, now(),
         CASE WHEN u % 2 = 1 THEN k.dokter_id ELSE k.pasien_id END
    FROM konsultasi k CROSS JOIN generate_series(1, ${PESAN_EACH}) u
   WHERE k.dokter_id = $1 AND k.urutan > 0`

const PIN = `
  INSERT INTO penanda (konsultasi_id, dokter_id, disematkan)
  SELECT id, dokter_id, true FROM konsultasi WHERE dokter_id = $1 AND keluhan IN ('Meja nomor 40001', 'Meja nomor 40002', 'Meja nomor 40003')`
